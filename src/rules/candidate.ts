import type { ProfileType, SecretReference, VariableOrigin } from '../openclaw/snapshot.ts';
import type { Secret } from '../terminal/secret.ts';
import type { Waiting } from './cooldown.ts';
import type { Exclusion } from './profile-order.ts';
import type { StoreBlock } from './store-block.ts';

/** Whether OpenClaw would use a candidate now, and if not, why. */
export type Standing =
  /** The one it uses. */
  | { readonly state: 'chosen' }
  /** Good; tried when those before it fail. */
  | { readonly state: 'next' }
  /** Good, and it depends on a store that could not be read here whether it is used. */
  | { readonly state: 'undecided' }
  | ({ readonly state: 'waiting' } & Waiting)
  /** `by` is the profile id or the name of the source that is stronger. */
  | { readonly state: 'shadowed'; readonly by: string }
  /**
   * `no-refresh` an expired oauth credential without refresh token, `unresolved` a reference to a secret that is not
   * there: OpenClaw tries them, and fails · `not-pinned` the agent's model asks for a profile that cannot be used, and
   * then OpenClaw uses none · the rest: OpenClaw refuses every credential of the agent.
   */
  | { readonly state: 'unusable'; readonly because: Unusable };

export type Unusable = Exclusion | 'no-refresh' | 'unresolved' | 'not-pinned' | StoreBlock['because'];

export type CandidateSource =
  | { readonly from: 'profile'; readonly profileId: string; readonly path: string }
  | { readonly from: 'variable'; readonly name: string; readonly origin: VariableOrigin; readonly path: string | null }
  /** `models.providers.anthropic.apiKey` of the config. */
  | { readonly from: 'provider-key'; readonly path: string };

export interface Candidate {
  readonly source: CandidateSource;
  /** Null for a variable, the provider key, and a profile that no store holds. */
  readonly type: ProfileType | null;
  /** Null also when it is kept elsewhere and was not asked for. */
  readonly secret: Secret | null;
  /** Where it is kept elsewhere; null when it is not. */
  readonly reference: SecretReference | null;
  /** Epoch ms. */
  readonly expires: number | null;
  /** What the person called it, or null. */
  readonly displayName: string | null;
  readonly standing: Standing;
}

/** True when both are the same place: a profile of the same store, the same variable, the provider key. */
export function isSameSource(a: CandidateSource, b: CandidateSource): boolean {
  switch (a.from) {
    case 'profile':
      return b.from === 'profile' && a.profileId === b.profileId && a.path === b.path;
    case 'variable':
      return b.from === 'variable' && a.name === b.name && a.origin === b.origin && a.path === b.path;
    case 'provider-key':
      return b.from === 'provider-key';
  }
}
