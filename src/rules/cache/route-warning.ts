import type { Family } from './family.ts';
import type { ConfigPath } from './config-path.ts';

/** Something about a route that a person would not expect. */
export type RouteWarning =
  /** OpenClaw does not understand the value. `masks` is a good value that it hides, or null. */
  | { readonly code: 'invalid-value'; readonly path: ConfigPath; readonly value: unknown; readonly masks: ConfigPath | null }
  /** A value that OpenClaw understands is beaten by OpenClaw's own default of API-key mode. */
  | { readonly code: 'beaten-by-api-key-default'; readonly path: ConfigPath }
  /** `cacheControlTtl` stands beside a `cacheRetention`, which beats it. */
  | { readonly code: 'legacy-beaten'; readonly path: ConfigPath; readonly by: ConfigPath }
  /** A key of `agents.defaults.models` means this model, but is not its exact name: OpenClaw ignores its params. */
  | { readonly code: 'key-not-matched'; readonly path: ConfigPath; readonly ref: string }
  /** The written id of the agent is not the normalised one: OpenClaw ignores its params (2026.2.24, S19). */
  | { readonly code: 'agent-id-form'; readonly path: ConfigPath; readonly id: string }
  /** `long` becomes five minutes behind this base URL. */
  | { readonly code: 'long-needs-anthropic'; readonly baseUrl: string }
  | { readonly code: 'no-effect'; readonly family: Exclude<Family, 'anthropic' | 'bedrock-claude'>; readonly provider: string; readonly path: ConfigPath }
  /** What other providers make of the setting is not known here. */
  | { readonly code: 'other-provider'; readonly provider: string }
  | { readonly code: 'variable-without-effect'; readonly name: string; readonly because: 'version' | 'params' | 'value' | 'provider' }
  /** A subscription token: the documentation says that it ignores cache settings, the request carries them. */
  | { readonly code: 'subscription-cache' }
  | { readonly code: 'context1m-token' }
  | { readonly code: 'context1m-model'; readonly ref: string }
  | { readonly code: 'context1m-retired' }
  /** 2026.9.6 then forgets the betas that a setup-token needs. */
  | { readonly code: 'oauth-betas-dropped'; readonly by: 'context1m' | 'anthropicBeta' }
  | { readonly code: 'context1m-not-true'; readonly path: ConfigPath }
  /** The beta is asked for by hand; one hour works without it. */
  | { readonly code: 'extended-cache-ttl' }
  /** Headers of the config replace OpenClaw's list of betas; `dropsOauth` when a token's betas go with it. */
  | { readonly code: 'beta-header-replaced'; readonly dropsOauth: boolean }
  /** The config's own beta header is replaced, because params ask for betas too. */
  | { readonly code: 'beta-header-ignored' }
  /** A waiting profile is tried all the same, because no other is ready. */
  | { readonly code: 'tried-while-waiting'; readonly profileId: string; readonly kind: 'cooldown' | 'disabled' }
  /** Nothing is sent with this model now, but OpenClaw has others to go on to. */
  | { readonly code: 'fallbacks-follow'; readonly models: readonly string[] }
  /** The store lies where clawdial does not look yet. */
  | { readonly code: 'store-not-read'; readonly path: string }
  /** The model's name is not in the list of this version; a configured provider may know it. */
  | { readonly code: 'model-not-listed'; readonly ref: string }
  /** Betas beside those of credential, cache and context follow the model and its thinking. */
  | { readonly code: 'betas-partial' }
  /** This version was not seen on the wire; the rules of another one are used. */
  | { readonly code: 'version-not-seen'; readonly rulesOf: string };

