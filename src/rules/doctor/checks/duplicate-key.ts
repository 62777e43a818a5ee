import { duplicateKeys } from '../../../openclaw/duplicate-keys.ts';
import type { Check } from '../check.ts';

/** A key that stands twice in a config: the later one counts, and whoever edits the first wonders. */
export const duplicateKey: Check = {
  code: 'duplicate-key',
  find: ({ sources }) =>
    [...sources].flatMap(([path, { image }]) =>
      duplicateKeys(image.text.reveal()).map(({ keys, line }) => ({
        severity: 'warning' as const,
        place: { in: 'file' as const, path, line },
        agents: [],
        told: { by: 'doctor' as const, detail: { what: 'duplicate-key' as const, keys } },
        mend: null,
      })),
    ),
};
