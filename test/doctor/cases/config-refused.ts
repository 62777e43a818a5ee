import type { DoctorCase } from '../case.ts';
import { config, key, store } from '../support.ts';

const stores = { main: store({ 'anthropic:a': key('a') }) };
const agents = { list: [{ id: 'main' }, { id: 'alerts', params: { cacheRetention: 'none' } }] };

/** Params of an agent before the version that takes them. */
export const configRefused: DoctorCase = {
  trouble: { config: config({ agents }), stores },
  expected: { severity: 'problem', says: /2026\.2\.24 does not accept agents\.list\[1\]\.params/, at: '.openclaw/openclaw.json:9', mend: 'fix' },
  nearMiss: { config: config({ agents }, '2026.3.13'), stores },
};
