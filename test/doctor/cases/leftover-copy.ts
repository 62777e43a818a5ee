import type { DoctorCase } from '../case.ts';
import { config, key, store } from '../support.ts';

const sections = { agents: { list: [{ id: 'main' }, { id: 'alerts' }] } };

export const leftoverCopy: DoctorCase = {
  trouble: { config: config(sections), stores: { main: store({ 'anthropic:new': key('n') }), alerts: store({ 'anthropic:a': key('n') }) } },
  expected: { severity: 'warning', says: /leftover copy/, at: '.openclaw/agents/alerts/agent/auth-profiles.json:4', mend: /models auth remove anthropic:a/ },
  nearMiss: { config: config(sections), stores: { main: store({ 'anthropic:new': key('n') }), alerts: store({ 'anthropic:a': key('b') }) } },
};
