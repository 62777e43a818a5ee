import type { Check } from '../check.ts';
import { fromLive } from '../from-live.ts';

/** Anthropic itself says that the credential is not good: revoked, expired, or never right. */
export const credentialRejected: Check = { code: 'credential-rejected', find: (facts) => fromLive(facts, ['rejected'], 'problem') };
