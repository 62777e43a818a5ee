import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';

const failedAt = Date.now() - 300_000;
const stats = (lastUsed: number): object => ({ usageStats: { 'anthropic:a': { errorCount: 0, lastFailureAt: failedAt, lastUsed } } });

export const failureCleared: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': key('a') }, stats(failedAt + 20)),
  expected: { severity: 'note', says: /The last use of anthropic:a failed/, at: '.openclaw/agents/main/agent/auth-profiles.json:4', mend: /--probe/ },
  nearMiss: withProfiles({ 'anthropic:a': key('a') }, stats(failedAt + 200_000)),
};
