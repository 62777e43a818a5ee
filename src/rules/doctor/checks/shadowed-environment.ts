import type { Check } from '../check.ts';
import { fromStatus } from '../from-status.ts';
import { placeOfSource } from './environment-takes-over.ts';

/** A key in the environment that waits behind a profile: it takes over, and bills, as soon as none can be used (section 10). */
export const shadowedEnvironment: Check = {
  code: 'shadowed-environment',
  find: (facts) => fromStatus(facts, 'shadowed-environment', ({ source }) => ({ severity: 'note', place: placeOfSource(source) })),
};
