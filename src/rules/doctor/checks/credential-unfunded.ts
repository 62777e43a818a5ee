import type { Check } from '../check.ts';
import { fromLive } from '../from-live.ts';

/** The credential is good, and cannot be paid for: OpenClaw disables it for hours (section 3.1). */
export const credentialUnfunded: Check = { code: 'credential-unfunded', find: (facts) => fromLive(facts, ['unfunded'], 'problem') };
