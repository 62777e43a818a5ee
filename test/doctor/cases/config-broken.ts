import type { DoctorCase } from '../case.ts';
import { key, store } from '../support.ts';

export const configBroken: DoctorCase = {
  trouble: { config: '{\n  agents: {\n', stores: { main: store({ 'anthropic:a': key('a') }) } },
  expected: { severity: 'problem', says: /takes the config for invalid/, at: '.openclaw/openclaw.json:3', mend: /openclaw doctor/ },
  nearMiss: { config: '{\n  // a comment, and a comma more\n  agents: {},\n}\n', stores: { main: store({ 'anthropic:a': key('a') }) } },
};
