import type { DoctorCase } from '../case.ts';
import { key, store } from '../support.ts';

const stores = { main: store({ 'anthropic:a': key('a') }) };

export const duplicateKey: DoctorCase = {
  trouble: { config: `{\n  agents: {},\n  // again\n  'agents': {},\n  meta: { lastTouchedVersion: '2026.2.24' },\n}\n`, stores },
  expected: { severity: 'warning', says: /agents stands here for the second time/, at: '.openclaw/openclaw.json:4', mend: /Keep one/ },
  nearMiss: { config: `{\n  agents: { defaults: { agents: 1 } },\n  // agents: {},\n  meta: { lastTouchedVersion: '2026.2.24' },\n}\n`, stores },
};
