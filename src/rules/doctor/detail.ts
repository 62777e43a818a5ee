import type { WrongCredential } from '../../anthropic/wrong-credential.ts';
import type { LayoutReason } from '../../openclaw/installation.ts';
import type { ProfileType } from '../../openclaw/snapshot.ts';
import type { UnseenLocks } from '../../openclaw/surroundings/surroundings.ts';
import type { WarnedProfile } from '../agent-warnings.ts';
import type { SecretHolder } from '../same-secrets.ts';
import type { LiveFact } from './live-fact.ts';

/** What a finding says that no other screen says; the sentences are in the words. Paths are absolute, times are ms. */
export type Detail =
  | { readonly what: 'config-from-newer'; readonly wroteIt: string; readonly installed: string }
  | { readonly what: 'duplicate-key'; readonly keys: readonly string[] }
  | { readonly what: 'linked-config' }
  /** `failure` is the errno name. */
  | { readonly what: 'unwritable'; readonly failure: string }
  /** Owners are user ids. */
  | { readonly what: 'foreign-owner'; readonly path: string; readonly owner: number; readonly stateOwner: number }
  | { readonly what: 'session-pin'; readonly agentId: string; readonly profileId: string; readonly sessions: number }
  | { readonly what: 'dropped-fallback'; readonly models: readonly string[] }
  | { readonly what: 'layout-disagreement'; readonly version: string; readonly reason: Extract<LayoutReason, { readonly because: 'disagreement' }> }
  | { readonly what: 'profile-without-credential'; readonly profileId: string; readonly type: ProfileType | null }
  /** `takesOver`: once it is listed, OpenClaw uses it before the one that it uses now. */
  | { readonly what: 'hidden-profile'; readonly profileId: string; readonly path: string; readonly takesOver: string | null }
  | { readonly what: 'order-ghost'; readonly profileIds: readonly string[]; readonly left: number }
  | { readonly what: 'truncated-credential'; readonly profile: WarnedProfile; readonly agentId: string; readonly length: number }
  | { readonly what: 'not-a-credential'; readonly profile: WarnedProfile; readonly agentId: string; readonly diagnosis: WrongCredential }
  | { readonly what: 'oauth-refresh'; readonly profileId: string; readonly because: 'no-refresh-token' | 'failing' }
  | { readonly what: 'duplicate-secret'; readonly holders: readonly SecretHolder[] }
  | { readonly what: 'heartbeat-misses-cache'; readonly agentId: string; readonly everyMs: number; readonly ttl: '5m' | '1h' }
  | { readonly what: 'open-secret'; readonly mode: number; readonly mayWrite: boolean }
  | { readonly what: 'loose-mode'; readonly kind: 'file' | 'directory'; readonly mode: number; readonly reachable: boolean }
  | { readonly what: 'secret-lines'; readonly in: 'audit-log' | 'backup' | 'shell-history'; readonly path: string; readonly count: number; readonly lines: readonly number[] }
  | { readonly what: 'secret-in-git'; readonly path: string; readonly workTree: string; readonly tracked: boolean }
  | { readonly what: 'dead-lock'; readonly pid: number | null; readonly ageMs: number }
  | ({ readonly what: 'locks-unseen' } & UnseenLocks)
  | { readonly what: 'leftover-file'; readonly path: string; readonly by: 'clawdial' | 'openclaw' }
  | { readonly what: 'tls-verification-off' }
  | { readonly what: 'base-url'; readonly kind: 'foreign' | 'refused'; readonly shown: string }
  | { readonly what: 'live'; readonly fact: LiveFact }
  | { readonly what: 'clock-skew'; readonly aheadMs: number };
