import type { CacheEffect } from '../../rules/cache-table.ts';
import type { CacheRefusal, CacheWarning } from '../cache-plan.ts';
import type { Change } from '../change.ts';

export type MendRefusal =
  | CacheRefusal
  /** What was found is not there any more, or not as it was. */
  | { readonly code: 'gone'; readonly path: string };

/** What mends one or several findings at once. */
export type MendPlan =
  | {
      readonly state: 'planned';
      readonly change: Change;
      /** Agents whose requests would be cached otherwise. */
      readonly effects: readonly CacheEffect[];
      readonly warnings: readonly CacheWarning[];
    }
  | { readonly state: 'refused'; readonly reason: MendRefusal };
