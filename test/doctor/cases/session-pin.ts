import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';

const sessions = (profileId: string, source: string): string => JSON.stringify({ 'agent:main:main': { authProfileOverride: profileId, authProfileOverrideSource: source }, 'agent:main:other': { sessionId: 'x' } });
const home = (text: string): DoctorCase['trouble'] => ({ ...withProfiles({ 'anthropic:a': key('a') }), files: { '.openclaw/agents/main/sessions/sessions.json': text } });

export const sessionPin: DoctorCase = {
  trouble: home(sessions('anthropic:gone', 'user')),
  expected: { severity: 'warning', says: /^1 session of main is bound to anthropic:gone, which cannot be used/, at: '.openclaw/agents/main/sessions/sessions.json', mend: /\/new/ },
  // What OpenClaw bound by itself it lets go by itself.
  nearMiss: home(sessions('anthropic:gone', 'auto')),
};
