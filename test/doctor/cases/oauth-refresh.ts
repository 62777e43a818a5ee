import type { DoctorCase } from '../case.ts';
import { withProfiles } from '../support.ts';
import { setupToken } from '../../support/homes.ts';

const expires = Date.now() - 3_600_000;
const login = (refresh: string): object => ({ type: 'oauth', provider: 'anthropic', access: setupToken('o'), refresh, expires });
const failed = { usageStats: { 'anthropic:a': { errorCount: 1, failureCounts: { auth: 1 }, lastFailureAt: expires + 1000, cooldownUntil: expires + 61_000 } } };

export const oauthRefresh: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': login('made-up-refresh') }, failed),
  expected: { severity: 'problem', says: /Anthropic has refused it since: OpenClaw could not renew it/, at: '.openclaw/agents/main/agent/auth-profiles.json:4', mend: /claude setup-token/ },
  // OpenClaw renews it at its next use.
  nearMiss: withProfiles({ 'anthropic:a': login('made-up-refresh') }),
  more: {
    'without a refresh token': {
      home: withProfiles({ 'anthropic:a': login('') }),
      expected: { severity: 'problem', says: /has no refresh token/, at: '.openclaw/agents/main/agent/auth-profiles.json:4', mend: /claude setup-token/ },
    },
  },
};
