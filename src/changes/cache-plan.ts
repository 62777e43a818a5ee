import type { ConfigSources } from '../openclaw/config-sources.ts';
import type { EnvironmentLayer } from '../openclaw/environment.ts';
import type { Snapshot } from '../openclaw/snapshot.ts';
import type { Refusal } from '../rules/cache/route-error.ts';
import type { Retention } from '../rules/cache/retention.ts';
import type { CacheEffect } from '../rules/cache-table.ts';
import type { GatewayEffect } from '../rules/gateway-reload.ts';
import type { Change } from './change.ts';
import type { RefusalReason } from './save-plan.ts';

/** What the plans of cache settings are made from. */
export interface CacheFacts {
  readonly snapshot: Snapshot;
  /** The config and what it includes, for their bytes. */
  readonly sources: ConfigSources;
  /** Every place that sets variables, strongest first, the config's own included. */
  readonly environment: readonly EnvironmentLayer[];
}

/** Whose retention is meant: one agent's own, or that of a model for all agents that say nothing. */
export type RetentionTarget = { readonly kind: 'agent'; readonly agentId: string } | { readonly kind: 'model'; readonly ref: string };

export interface RetentionWish {
  readonly target: RetentionTarget;
  /** Null takes the setting away, so that what is below it counts. */
  readonly value: Retention | null;
}

export type CacheWarning =
  /** `agents.defaults.models` also lists the models that may be chosen; until now any may (S15). `dropped` are fallbacks of today. */
  | { readonly code: 'allowlist'; readonly ref: string; readonly dropped: readonly string[] }
  /** No agent uses the model, and nothing here knows it. */
  | { readonly code: 'model-unknown'; readonly ref: string }
  /** With the last entry gone it lists none, and any model may be chosen again. */
  | { readonly code: 'allowlist-lifted' }
  /** The setting is stored, but requests do not follow it. */
  | { readonly code: 'no-effect'; readonly agent: string; readonly provider: string }
  /** `long` becomes five minutes, because of the base URL. */
  | { readonly code: 'hour-lost'; readonly agent: string }
  /** A stronger place of the same agent, or the model's, decides otherwise. `path` is the place. */
  | { readonly code: 'beaten'; readonly agent: string; readonly path: readonly string[] }
  /** Params of an agent on an OpenAI model switch off OpenClaw's own routing of it (openclaw-2026.9, section 0). */
  | { readonly code: 'routing'; readonly agent: string; readonly ref: string }
  | { readonly code: 'gateway'; readonly effect: GatewayEffect };

export type CacheRefusal =
  | Extract<RefusalReason, { readonly code: 'broken-config' | 'include' | 'edit' | 'unknown-agent' }>
  /** This version refuses a config with params of an agent (S1); `sharing` are the agents of the same model. */
  | { readonly code: 'agent-params'; readonly version: string; readonly firstVersion: string; readonly ref: string; readonly sharing: readonly string[] }
  /** OpenClaw compares the written id strictly and would ignore the setting (S19). */
  | { readonly code: 'agent-id-form'; readonly agentId: string; readonly at: readonly string[] }
  /** Two entries mean the same agent. */
  | { readonly code: 'duplicate-agent'; readonly agentId: string }
  | { readonly code: 'model-ref'; readonly written: string }
  /** No agent uses the model and nothing knows it, but one with nearly this name is known. */
  | { readonly code: 'model-unknown'; readonly ref: string; readonly meant: string }
  /** A variable stands there, which may have other uses. `path` is the file. */
  | { readonly code: 'variable'; readonly path: string; readonly at: readonly string[] }
  /** OpenClaw would refuse the config afterwards. */
  | { readonly code: 'would-refuse'; readonly refusal: Refusal }
  /** A migration that cannot keep what is effective for this agent. */
  | { readonly code: 'cannot-keep'; readonly agent: string };

export type CachePlan =
  | {
      readonly state: 'planned';
      readonly change: Change;
      /** Agents whose requests would be cached otherwise. */
      readonly effects: readonly CacheEffect[];
      readonly warnings: readonly CacheWarning[];
    }
  | { readonly state: 'refused'; readonly reason: CacheRefusal };
