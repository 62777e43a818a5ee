import type { Check } from '../check.ts';
import { leftSecrets } from '../left-secrets.ts';

/** Backups and archives keep credentials, also those that were replaced since. */
export const secretInBackup: Check = { code: 'secret-in-backup', find: (facts) => leftSecrets(facts, 'backup', 'note') };
