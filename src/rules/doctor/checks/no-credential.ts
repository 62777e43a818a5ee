import type { Check } from '../check.ts';
import { fromStatus } from '../from-status.ts';

/** The agent's model is Anthropic's, and nothing could sign: "No API key found for provider anthropic" (section 11). */
export const noCredential: Check = {
  code: 'no-credential',
  find: (facts) => fromStatus(facts, 'no-credential', () => ({ severity: 'problem', place: null })),
};
