import type { ApplyResult, LockHolder } from '../../src/changes/change.ts';

/** How far writing a reviewed change has come. */
export type Saving = { readonly state: 'idle' | 'saving' } | { readonly state: 'waiting'; readonly holder: LockHolder; readonly elapsedMs: number };

/** Why nothing, or not all, was written. */
export type SaveTrouble = Exclude<ApplyResult, { readonly state: 'applied' }>;
