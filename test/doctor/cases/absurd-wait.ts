import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';

const waits = (until: number): object => ({ usageStats: { 'anthropic:a': { cooldownUntil: until, errorCount: 1 } } });

export const absurdWait: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': key('a'), 'anthropic:b': key('b') }, waits(9e15)),
  expected: { severity: 'problem', says: /longer than OpenClaw ever makes a profile wait/, at: '.openclaw/agents/main/agent/auth-profiles.json:16', mend: /clear-cooldown anthropic:a/ },
  nearMiss: withProfiles({ 'anthropic:a': key('a'), 'anthropic:b': key('b') }, waits(Date.now() + 3_600_000)),
};
