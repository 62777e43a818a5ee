import type { Keep } from '../../src/changes/migrate-retention.ts';
import type { Choice } from './state.ts';

/** What may be chosen for a target, in the order of the menu. */
export const choices: readonly Choice[] = ['inherit', 'none', 'short', 'long'];

/** What a migration may keep, in the order of the menu. */
export const keeps: readonly Keep[] = ['effective', 'meant'];
