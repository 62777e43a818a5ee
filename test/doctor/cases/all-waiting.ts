import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';

const until = Date.now() + 3_600_000;
const cooling = { cooldownUntil: until, errorCount: 2, failureCounts: { rate_limit: 2 }, lastFailureAt: Date.now() };

export const allWaiting: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': key('a'), 'anthropic:b': key('b') }, { usageStats: { 'anthropic:a': cooling, 'anthropic:b': { disabledUntil: until, disabledReason: 'billing' } } }),
  expected: { severity: 'problem', says: /Everything that could be used waits/, at: null, mend: /clawdial onboard/ },
  nearMiss: withProfiles({ 'anthropic:a': key('a'), 'anthropic:b': key('b') }, { usageStats: { 'anthropic:a': cooling, 'anthropic:b': { ...cooling, cooldownUntil: Date.now() - 1000 } } }),
};
