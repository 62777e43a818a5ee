import type { CandidateSource } from '../../candidate.ts';
import type { Check } from '../check.ts';
import type { Place } from '../finding.ts';
import { fromStatus } from '../from-status.ts';

/** Stored profiles cannot be used, and a variable or the provider's key signs instead, without a word (section 10). */
export const environmentTakesOver: Check = {
  code: 'environment-takes-over',
  find: (facts) => fromStatus(facts, 'environment-takes-over', ({ source }) => ({ severity: 'warning', place: placeOfSource(source) })),
};

/** The file that sets it; null for the environment of the process. */
export function placeOfSource(source: CandidateSource): Place | null {
  if (source.from === 'provider-key') return { in: 'config', keys: ['models', 'providers', 'anthropic', 'apiKey'] };
  if (source.from === 'profile' || source.path === null) return null;
  if (source.origin === 'config-env') return { in: 'config', keys: ['env', source.name] };
  if (source.origin === 'config-env-vars') return { in: 'config', keys: ['env', 'vars', source.name] };
  return { in: 'file', path: source.path };
}
