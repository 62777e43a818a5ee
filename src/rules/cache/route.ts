import type { EnvironmentLayer } from '../../openclaw/environment.ts';
import { valueAt } from '../../openclaw/json-object.ts';
import type { Agent, AgentModel, Snapshot } from '../../openclaw/snapshot.ts';
import { effectiveConfig } from '../agents.ts';
import type { AgentCredentials } from '../candidates.ts';
import { catalogueEntry } from '../model-catalogue.ts';
import { modelChoice, ownFallbacks } from '../model-settings.ts';
import { anthropic } from '../provider-id.ts';
import { compareVersions, wireModelOf } from '../versions.ts';
import { betasOf, type Beta, type BetaList, type HeaderKind } from './betas.ts';
import { cacheWarnings } from './cache-warnings.ts';
import { agentEntry, objectAtPath, valueAtPath, type ConfigPath } from './config-path.ts';
import { configError } from './config-error.ts';
import { familyOf, providerSettings, type Family } from './family.ts';
import { paramsSources, type Layer, type ParamsSource } from './layers.ts';
import { resolveRetention, type CacheTtl, type Retention } from './retention.ts';
import type { RouteError } from './route-error.ts';
import type { RouteWarning } from './route-warning.ts';
import { senderOf, type RouteSource, type Sender } from './sender.ts';

/** What OpenClaw does for one agent: from its model to what goes on the wire, each with its reason. */
export interface Route {
  readonly agent: string;
  readonly model: AgentModel;
  /** Where the model is written; null for OpenClaw's own choice. */
  readonly modelPath: ConfigPath | null;
  readonly openclawVersion: string;
  readonly family: Family;
  readonly auth: HeaderKind | 'aws' | null;
  /** The profile that signs, or null when something else does, or nothing. */
  readonly profileId: string | null;
  readonly source: RouteSource | null;
  /** Sorted by name. */
  readonly betas: readonly Beta[];
  /** What the settings come to, also when nothing is sent now; null where OpenClaw does not decide. */
  readonly configuredRetention: Retention | null;
  /** What a request carries; null when nothing is sent, or OpenClaw does not decide. */
  readonly cacheRetention: Retention | null;
  readonly cacheTtl: CacheTtl | null;
  /** Weakest first. */
  readonly layers: readonly Layer[];
  readonly warnings: readonly RouteWarning[];
  /** Why nothing is sent now, or null. */
  readonly error: RouteError | null;
}

/**
 * The answers for several agents.
 *
 * @param credentials one entry per agent, as of `now`.
 * @param now epoch ms.
 * @param environment every place that sets variables, strongest first, the config's own included.
 */
export function cacheRoutes(
  snapshot: Snapshot,
  credentials: readonly AgentCredentials[],
  now: number,
  environment: readonly EnvironmentLayer[],
): readonly Route[] {
  return credentials.map((one) => cacheRoute(snapshot, one.agent, one, now, environment));
}

/**
 * The whole answer for one agent, as its version of OpenClaw would act on this snapshot.
 *
 * @param credentials of this agent, as of `now`.
 * @param now epoch ms.
 * @param environment every place that sets variables, strongest first, the config's own included.
 */
export function cacheRoute(
  snapshot: Snapshot,
  agent: Agent,
  credentials: AgentCredentials,
  now: number,
  environment: readonly EnvironmentLayer[],
): Route {
  const family = familyOf(snapshot, agent);
  const sources = paramsSources(snapshot, agent);
  const retention = resolveRetention(snapshot, agent, family, sources, environment);
  const sender = senderOf(snapshot, family, credentials, now, environment);
  const error = configError(snapshot) ?? modelError(snapshot, agent, family) ?? sender.error;
  const betas = betaList(snapshot, agent, sources, sender);
  const silent = error !== null;
  const source = silent ? null : sender.source;
  return {
    agent: agent.id,
    model: agent.model,
    modelPath: modelPath(snapshot, agent),
    openclawVersion: snapshot.installation.version.text,
    family,
    auth: silent ? null : sender.auth,
    profileId: source?.from === 'profile' ? source.profileId : null,
    source,
    betas: silent ? [] : betas.betas,
    configuredRetention: retention.resolved,
    cacheRetention: silent ? null : retention.onWire,
    cacheTtl: silent ? null : retention.ttl,
    layers: retention.layers,
    warnings: [
      ...(error !== null ? fallbackWarnings(snapshot, agent, error) : sender.warnings),
      ...cacheWarnings(snapshot, agent, family, retention, environment),
      ...(silent ? [] : betas.warnings),
      ...modelWarnings(snapshot, agent, family),
      ...(!silent && sender.auth === 'bearer' && retention.onWire !== 'none' ? [{ code: 'subscription-cache' } as const] : []),
      ...versionWarnings(snapshot, silent ? [] : betas.betas),
    ],
    error,
  };
}

/** `model` is a text, or an object with `primary`. */
function modelPath(snapshot: Snapshot, { id, model }: Agent): ConfigPath | null {
  if (model.from === 'built-in') return null;
  const config = effectiveConfig(snapshot.config);
  const entry = model.from === 'agent' ? agentEntry(config, id, snapshot.installation.version)?.path : ['agents', 'defaults'];
  if (entry === undefined) return null;
  const path = [...entry, 'model'];
  return typeof valueAtPath(config, path) === 'string' ? path : [...path, 'primary'];
}

function betaList(snapshot: Snapshot, agent: Agent, sources: readonly ParamsSource[], { auth }: Sender): BetaList {
  return auth === 'bearer' || auth === 'x-api-key' ? betasOf(snapshot, agent, sources, auth) : { betas: [], warnings: [] };
}

function modelError(snapshot: Snapshot, agent: Agent, family: Family): RouteError | null {
  return modelState(snapshot, agent, family) === 'unknown' ? { code: 'unknown-model', ref: agent.model.ref } : null;
}

function modelWarnings(snapshot: Snapshot, agent: Agent, family: Family): readonly RouteWarning[] {
  return modelState(snapshot, agent, family) === 'doubtful' ? [{ code: 'model-not-listed', ref: agent.model.ref }] : [];
}

/** A provider that the config describes may serve more than the catalogue has; one it lists is known. */
function modelState(snapshot: Snapshot, { model }: Agent, family: Family): 'known' | 'unknown' | 'doubtful' {
  const { version } = snapshot.installation;
  if (model.provider !== anthropic || family !== 'anthropic' || catalogueEntry(version, model.modelId) !== 'unknown') return 'known';
  const settings = providerSettings(effectiveConfig(snapshot.config), anthropic);
  const models = valueAt(settings, 'models');
  if (Array.isArray(models) && models.some((one: unknown) => valueAt(one, 'id') === model.modelId)) return 'known';
  return models === undefined ? 'unknown' : 'doubtful';
}

/** A refused config stops everything; anything else stops one model (2026.2.24, section 3.7). */
function fallbackWarnings(snapshot: Snapshot, agent: Agent, error: RouteError): readonly RouteWarning[] {
  if (error.code === 'config-broken' || error.code === 'config-refused') return [];
  const config = effectiveConfig(snapshot.config);
  const entry = agentEntry(config, agent.id, snapshot.installation.version);
  const own = entry === null ? null : ownFallbacks(objectAtPath(config, entry.path), snapshot.installation.version);
  const models = own ?? modelChoice(valueAt(config, 'agents', 'defaults', 'model')).fallbacks;
  return models.length === 0 ? [] : [{ code: 'fallbacks-follow', models }];
}

function versionWarnings(snapshot: Snapshot, betas: readonly Beta[]): readonly RouteWarning[] {
  const { version } = snapshot.installation;
  const { version: rulesOf, same } = wireModelOf(version);
  const partial = betas.length > 0 && compareVersions(version, { year: 2026, month: 2, patch: 24 }) !== 0;
  return [...(partial ? [{ code: 'betas-partial' } as const] : []), ...(same ? [] : [{ code: 'version-not-seen', rulesOf } as const])];
}
