import type { Check } from '../check.ts';
import { fromLive } from '../from-live.ts';

/** No answer, or one that proves nothing. */
export const credentialUnproved: Check = { code: 'credential-unproved', find: (facts) => fromLive(facts, ['unreachable', 'unknown'], 'warning') };
