import type { DoctorCase } from '../case.ts';
import { config, key, store } from '../support.ts';

const home = (id: string): DoctorCase['trouble'] => ({
  config: config({ agents: { list: [{ id: 'main' }, { id, params: { cacheRetention: 'long' } }] } }, '2026.3.13'),
  stores: { main: store({ 'anthropic:a': key('a') }) },
});

export const agentIdForm: DoctorCase = {
  trouble: home('Alerts'),
  expected: { severity: 'warning', says: /is not written as alerts/, at: '.openclaw/openclaw.json:8', mend: 'fix' },
  nearMiss: home('alerts'),
};
