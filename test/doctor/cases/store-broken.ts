import type { DoctorCase } from '../case.ts';
import { config, key, store } from '../support.ts';

export const storeBroken: DoctorCase = {
  trouble: { config: config(), stores: { main: '{"version":1,\n"profiles":{' } },
  expected: { severity: 'problem', says: /treats the store as empty and may overwrite it/, at: '.openclaw/agents/main/agent/auth-profiles.json:2', mend: /./ },
  nearMiss: { config: config(), stores: { main: store({ 'anthropic:a': key('a') }) } },
};
