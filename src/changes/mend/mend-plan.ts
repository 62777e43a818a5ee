import type { CachePlan, CacheRefusal } from '../cache-plan.ts';

export type MendRefusal =
  | CacheRefusal
  /** What was found is not there any more, or not as it was. */
  | { readonly code: 'gone'; readonly path: string };

/** What mends one or several findings at once. */
export type MendPlan = Extract<CachePlan, { readonly state: 'planned' }> | { readonly state: 'refused'; readonly reason: MendRefusal };
