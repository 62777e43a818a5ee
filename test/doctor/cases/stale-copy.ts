import type { DoctorCase } from '../case.ts';
import { config, key, store } from '../support.ts';

const sections = { agents: { list: [{ id: 'main' }, { id: 'alerts' }] } };
const home = (own: string): DoctorCase['trouble'] => ({ config: config(sections), stores: { main: store({ 'anthropic:a': key('n') }), alerts: store({ 'anthropic:a': key(own) }) } });

export const staleCopy: DoctorCase = {
  trouble: home('o'),
  expected: { severity: 'warning', says: /alerts holds its own copy of anthropic:a/, at: '.openclaw/agents/alerts/agent/auth-profiles.json:4', mend: /refresh-copies anthropic:a/ },
  nearMiss: home('n'),
};
