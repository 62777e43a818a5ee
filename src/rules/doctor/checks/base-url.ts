import { classifyBaseUrl } from '../../../anthropic/base-url.ts';
import type { Check } from '../check.ts';

/** The credential goes to another host than Anthropic's; in the clear it is a problem (facts, reliability N1). */
export const baseUrl: Check = {
  code: 'base-url',
  find: ({ snapshot }) => {
    const { kind, shown } = classifyBaseUrl(snapshot.baseUrl);
    if (kind !== 'foreign' && kind !== 'refused') return [];
    const detail = { what: 'base-url', kind, shown } as const;
    const place = { in: 'config', keys: ['models', 'providers', 'anthropic', 'baseUrl'] } as const;
    return [{ severity: kind === 'refused' ? 'problem' : 'note', place, agents: [], told: { by: 'doctor', detail }, mend: null }];
  },
};
