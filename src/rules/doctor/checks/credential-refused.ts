import type { Check } from '../check.ts';
import { fromLive } from '../from-live.ts';

/** The credential is known, and may not do this. */
export const credentialRefused: Check = { code: 'credential-refused', find: (facts) => fromLive(facts, ['refused'], 'problem') };
