import type { ReadProblem } from '../../openclaw/snapshot.ts';
import type { Unusable } from '../candidate.ts';
import type { ConfigPath } from './config-path.ts';

/** A key or a value that makes this version of OpenClaw refuse the whole config. */
export interface Refusal {
  readonly path: ConfigPath;
  readonly because:
    /** A later version takes the key. */
    | { readonly kind: 'too-early'; readonly firstVersion: string }
    /** The key is gone; `instead` is where it stands now, or null. */
    | { readonly kind: 'gone'; readonly lastBefore: string; readonly instead: string | null }
    /** Several agents need the key, with this value. */
    | { readonly kind: 'missing'; readonly value: string }
    | { readonly kind: 'wrong-type'; readonly expected: 'object' | 'list' }
    /** An agent's id is `missing`, there `twice`, or of another `form` than OpenClaw's; `instead` is what its doctor makes of it. */
    | { readonly kind: 'agent-id'; readonly fault: 'missing' | 'twice' | 'form'; readonly instead: string }
    /** More than one agent is marked as the default. */
    | { readonly kind: 'several-defaults'; readonly count: number }
    /** `ownership` is explicit, and yet an agent is marked as the default. */
    | { readonly kind: 'two-owners' }
    /** Two agents share one agent dir. */
    | { readonly kind: 'shared-agent-dir'; readonly agentIds: readonly [string, string] };
}

/** Why OpenClaw would send nothing now. */
export type RouteError =
  | { readonly code: 'config-broken'; readonly path: string; readonly problem: ReadProblem }
  | { readonly code: 'config-refused'; readonly refusal: Refusal; readonly more: number }
  /** A left-over auth-profiles.json stops every command that needs a credential (from 2026.8.1; observed, section 0). */
  | { readonly code: 'migration-required'; readonly path: string }
  /** OpenClaw stops at a store that it cannot read (from 2026.8.1; observed, section 5). */
  | { readonly code: 'store-unreadable'; readonly path: string; readonly problem: ReadProblem }
  | { readonly code: 'unknown-model'; readonly ref: string }
  | { readonly code: 'no-credential'; readonly out: readonly { readonly profileId: string; readonly because: Unusable }[] }
  /** The profile that is ready soonest, in `remainingMs`; `all-cooling` when at least one of them only cools down. */
  | {
      readonly code: 'all-cooling' | 'all-disabled';
      readonly profileId: string;
      readonly remainingMs: number;
      readonly reason: string | null;
      readonly count: number;
    };
