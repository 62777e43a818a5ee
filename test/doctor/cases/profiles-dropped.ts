import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';

export const profilesDropped: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': key('a'), 'anthropic:x': { type: 'magic', provider: 'anthropic' } }),
  expected: { severity: 'warning', says: /ignores anthropic:x/, at: '.openclaw/agents/main/agent/auth-profiles.json:9', mend: /clawdial onboard/ },
  nearMiss: withProfiles({ 'anthropic:a': key('a', { note: 'OpenClaw keeps what it does not know' }) }),
};
