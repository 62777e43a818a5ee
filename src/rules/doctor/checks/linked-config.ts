import type { Check } from '../check.ts';

/** OpenClaw puts a plain file in the place of a link at its first write, and the file behind it is left (2026.2.24, section 1.9). */
export const linkedConfig: Check = {
  code: 'linked-config',
  find: ({ surroundings, snapshot }) => {
    if (!surroundings.configIsLink) return [];
    const { path } = snapshot.installation.config;
    return [{ severity: 'note', place: { in: 'file', path }, agents: [], told: { by: 'doctor', detail: { what: 'linked-config' } }, mend: null }];
  },
};
