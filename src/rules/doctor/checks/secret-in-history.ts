import type { Check } from '../check.ts';
import { leftSecrets } from '../left-secrets.ts';

/** A key that was given on a command line stays in the history of the shell. */
export const secretInHistory: Check = { code: 'secret-in-history', find: (facts) => leftSecrets(facts, 'shell-history', 'warning') };
