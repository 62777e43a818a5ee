import type { Check } from '../check.ts';
import { fromLive } from '../from-live.ts';

/** The credential is good and rate limited now. */
export const credentialLimited: Check = { code: 'credential-limited', find: (facts) => fromLive(facts, ['limited'], 'note') };
