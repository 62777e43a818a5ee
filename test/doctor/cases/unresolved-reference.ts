import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';
import { apiKey } from '../../support/homes.ts';

const referring = { type: 'api_key', provider: 'anthropic', keyRef: { source: 'env', provider: 'default', id: 'MY_KEY' } };
const home = { ...withProfiles({ 'anthropic:a': key('a'), 'anthropic:r': referring }), flags: { openclawVersion: '2026.3.13' } };

export const unresolvedReference: DoctorCase = {
  trouble: home,
  expected: { severity: 'problem', says: /anthropic:r has no secret of its own/, at: '.openclaw/agents/main/agent/auth-profiles.json:9', mend: /clawdial onboard/ },
  nearMiss: { ...home, variables: { MY_KEY: apiKey('m') } },
};
