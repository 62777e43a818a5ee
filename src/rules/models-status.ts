import { join } from 'node:path';
import type { OpenClawVersion } from '../openclaw/installation.ts';
import { objectAt, textAt, valueAt } from '../openclaw/json-object.ts';
import type { Agent, JsonObject, ProfileStore, Snapshot } from '../openclaw/snapshot.ts';
import { effectiveConfig, entriesById } from './agents.ts';
import { seededModels } from './cache/api-key-default.ts';
import { agentModel, parseModelRef } from './model-ref.ts';
import { modelChoice, modelMap, ownFallbacks, type ModelChoice } from './model-settings.ts';
import { oncePer } from './once-per.ts';
import { expiringMs, profileHealth, providerHealth, type HealthQuestion, type ProfileHealth, type ProviderHealth } from './profile-health.ts';
import { profileOrder } from './profile-order.ts';
import { environmentKey, probedProviders, type EnvironmentLookup } from './provider-environment.ts';
import { loginCount, providerStatus, unusableProfiles, type ProviderStatus, type UnusableProfile } from './provider-status.ts';
import { effectiveStore, pathOf, storeOf } from './store-merge.ts';
import { compareTexts } from './text-order.ts';
import { supports } from './versions.ts';
import { anthropic, normaliseProvider } from './provider-id.ts';

/** What `openclaw models status --json` prints (2026.2.24, section 4.2; 2026.9.6, section 4.1): the same keys with the same meaning. Types, not interfaces: only they may be printed as JSON. */
export type ModelsStatus = {
  readonly configPath: string;
  /** Only when an agent was asked about. */
  readonly agentId?: string;
  readonly agentDir: string;
  /** As written in the config, or the resolved one. */
  readonly defaultModel: string;
  /** `provider/model`. */
  readonly resolvedDefault: string;
  readonly fallbacks: readonly string[];
  readonly imageModel: string | null;
  readonly imageFallbacks: readonly string[];
  /** From 2026.9.6: the model for small tasks. */
  readonly utilityModel?: { readonly ref: string; readonly source: 'provider-default' };
  readonly modelConfig?: { readonly defaultSource: 'agent' | 'defaults'; readonly fallbacksSource: 'agent' | 'defaults' };
  readonly aliases: Readonly<Record<string, string>>;
  readonly allowed: readonly string[];
  readonly auth: {
    readonly storePath: string;
    readonly shellEnvFallback: { readonly enabled: boolean; readonly appliedKeys: readonly string[] };
    readonly providersWithOAuth: readonly string[];
    readonly missingProvidersInUse: readonly string[];
    readonly providers: readonly ProviderStatus[];
    readonly unusableProfiles: readonly UnusableProfile[];
    readonly oauth: { readonly warnAfterMs: number; readonly profiles: readonly ProfileHealth[]; readonly providers: readonly ProviderHealth[] };
  };
};

export interface StatusQuestion {
  /** The agent that was asked about by name; null for main's agent dir with the defaults' model (S11). */
  readonly agent: Agent | null;
  readonly lookUp: EnvironmentLookup;
  /** A path as OpenClaw shortens it: `~` or `$OPENCLAW_HOME` for the home. */
  readonly shorten: (path: string) => string;
  /** Epoch ms. */
  readonly now: number;
}

/** Exit code of `--check`: 1 something is expired or missing, 2 something ends within a day, else 0 (section 4.3). */
export type CheckExitCode = 0 | 1 | 2;

const utilityModels: ReadonlyMap<string, string> = new Map([
  [anthropic, 'anthropic/claude-haiku-4-5'],
  ['openai', 'openai/gpt-5.6-luna'],
]);

type ModelPart = Pick<ModelsStatus, 'defaultModel' | 'resolvedDefault' | 'fallbacks' | 'imageModel' | 'imageFallbacks' | 'modelConfig'>;

/** What the installed OpenClaw would answer for this state. Nothing is written, which the real command does. */
export function modelsStatus(snapshot: Snapshot, question: StatusQuestion): ModelsStatus {
  const { installation } = snapshot;
  const { agent } = question;
  const agentDir = agent?.agentDir ?? installation.mainAgentDir.path;
  const models = modelPart(snapshot, agent);
  const { allowed, aliases } = modelMap(snapshot);
  const { modelConfig, ...plainModels } = models;
  return {
    configPath: installation.config.path,
    ...(agent === null ? {} : { agentId: agent.id }),
    agentDir,
    ...plainModels,
    ...utilityPart(snapshot, models.resolvedDefault),
    ...(modelConfig === undefined ? {} : { modelConfig }),
    aliases: Object.fromEntries(aliases),
    allowed,
    auth: authPart(snapshot, question, models, allowed, agentDir),
  };
}

/**
 * What `--check` makes of the answer; waiting profiles do not matter to it. From 2026.5 only providers in use count, and
 * of them the profiles that can be used (observed, section 5; run).
 */
export function checkExitCode(answer: ModelsStatus, version: OpenClawVersion): CheckExitCode {
  const { auth } = answer;
  if (supports(version, 'status-by-usable-profiles')) return usableExitCode(answer);
  const ending = auth.oauth.profiles.filter(({ type }) => type !== 'api_key');
  const isGone = ending.some(({ status }) => status === 'expired' || status === 'missing');
  if (isGone || auth.missingProvidersInUse.length > 0) return 1;
  return ending.some(({ status }) => status === 'expiring') ? 2 : 0;
}

/** Only what is in use counts: a provider without anything that OpenClaw would use, or one whose login is about to end. */
function usableExitCode({ auth, ...models }: ModelsStatus): CheckExitCode {
  const { defaultModel, fallbacks, imageModel, imageFallbacks } = models;
  const inUse = providersOf([defaultModel, ...fallbacks, imageModel, ...imageFallbacks]);
  if (auth.missingProvidersInUse.length > 0 || inUse.some((provider) => !auth.providers.some((one) => one.provider === provider))) return 1;
  const outside = new Set(auth.providers.filter(({ env, modelsJson }) => env !== undefined || modelsJson !== undefined).map(({ provider }) => provider));
  const stored = auth.oauth.providers.filter(({ provider }) => inUse.includes(provider) && !outside.has(provider));
  if (stored.some(({ status }) => status === 'expired' || status === 'missing')) return 1;
  return stored.some(({ status }) => status === 'expiring') ? 2 : 0;
}

/** Known for the two providers whose choice was seen (observed, status); a model of the config's own is not told. */
function utilityPart({ config, installation }: Snapshot, resolvedDefault: string): Pick<ModelsStatus, 'utilityModel'> {
  if (!supports(installation.version, 'status-names-routes')) return {};
  if (valueAt(effectiveConfig(config), 'agents', 'defaults', 'utilityModel') !== undefined) return {};
  const ref = utilityModels.get(parseModelRef(resolvedDefault)?.provider ?? '');
  return ref === undefined ? {} : { utilityModel: { ref, source: 'provider-default' } };
}

function modelPart(snapshot: Snapshot, agent: Agent | null): ModelPart {
  const config = effectiveConfig(snapshot.config);
  const { version } = snapshot.installation;
  const entry = agent === null ? {} : (entriesById(config).get(agent.id)?.entry ?? {});
  const own = modelChoice(valueAt(entry, 'model')).primary;
  const shared = defaultsChoice(config);
  const image = modelChoice(valueAt(config, 'agents', 'defaults', 'imageModel'));
  const resolvedDefault = agentModel(config, entry, version, seededModels(config, snapshot.variables, version)).ref;
  const replaced = ownFallbacks(entry, version);
  return {
    defaultModel: own ?? shared.primary ?? resolvedDefault,
    resolvedDefault,
    fallbacks: replaced ?? shared.fallbacks,
    imageModel: image.primary,
    imageFallbacks: image.fallbacks,
    ...(agent === null
      ? {}
      : { modelConfig: { defaultSource: own === null ? ('defaults' as const) : ('agent' as const), fallbacksSource: replaced === null ? ('defaults' as const) : ('agent' as const) } }),
  };
}

/** The models an agent falls back to, in their order. */
export function fallbacksFor({ config, installation }: Snapshot, agent: Agent): readonly string[] {
  const resolved = effectiveConfig(config);
  const entry = entriesById(resolved).get(agent.id)?.entry ?? {};
  return ownFallbacks(entry, installation.version) ?? defaultsChoice(resolved).fallbacks;
}

const defaultsChoice = oncePer((config: JsonObject): ModelChoice => modelChoice(valueAt(config, 'agents', 'defaults', 'model')));

function authPart(snapshot: Snapshot, question: StatusQuestion, models: ModelPart, allowed: readonly string[], agentDir: string): ModelsStatus['auth'] {
  const { lookUp, now } = question;
  const { version } = snapshot.installation;
  const config = effectiveConfig(snapshot.config);
  const agent = question.agent ?? snapshot.agents.find((one) => one.agentDir === agentDir) ?? null;
  const store = agent === null ? storeOf(snapshot.sharedStore) : effectiveStore(snapshot, agent);
  const inUse = providersOf([models.defaultModel, ...models.fallbacks, models.imageModel, ...models.imageFallbacks]);
  const named = providerNames(snapshot, store, [...inUse, ...providersOf(allowed)], lookUp);
  const places = storePlaces(snapshot, agent);
  const storePath = question.shorten(places.detail);
  const modelsPath = question.shorten(join(agentDir, 'models.json'));
  const providers = named.flatMap((provider) => providerStatus({ config, store, lookUp, storePath, modelsPath, now }, provider) ?? []);
  const health: HealthQuestion = { config, version, store, providers: named, now };
  const profiles = profileHealth(health);
  const usable = usableProviders(snapshot, store, providers, now);
  const missing = inUse.filter((provider) => !usable.has(provider) && isNamedMissing(config, version, store, provider));
  return {
    storePath: places.storePath,
    // The login shell, which OpenClaw can ask for more variables, is never run here.
    shellEnvFallback: { enabled: asksLoginShell(config, lookUp), appliedKeys: [] },
    providersWithOAuth: providers.filter((one) => loginCount(one) > 0).map((one) => `${one.provider} (${loginCount(one)})`),
    missingProvidersInUse: missing.toSorted(compareTexts),
    providers,
    unusableProfiles: unusableProfiles(store, version, now),
    oauth: { warnAfterMs: expiringMs, profiles, providers: providerHealth(profiles, health) },
  };
}

/**
 * Which store is told. 2026.2.24 names the agent's own as the store and main's for the profiles; from 2026.5 the
 * profiles are the agent's when its store holds one, else the shared one's, and from 2026.8.1 the store too (run).
 */
function storePlaces({ sharedStore, installation }: Snapshot, agent: Agent | null): { readonly storePath: string; readonly detail: string } {
  const shared = pathOf(sharedStore);
  const own = agent === null ? shared : pathOf(agent.store);
  if (!supports(installation.version, 'store-fail-closed')) {
    const holdsOwn = agent !== null && supports(installation.version, 'status-own-store') && storeOf(agent.store).profiles.size > 0;
    return { storePath: own, detail: holdsOwn ? own : shared };
  }
  const shown = agent === null || agent.store.state === 'missing' ? shared : own;
  return { storePath: shown, detail: agent !== null && storeOf(agent.store).profiles.size > 0 ? own : shared };
}

/** In older versions the providers that have anything; then those of whose profiles OpenClaw would use one, or that have a key elsewhere. */
function usableProviders({ config, installation }: Snapshot, store: ProfileStore, providers: readonly ProviderStatus[], now: number): ReadonlySet<string> {
  const { version } = installation;
  if (!supports(version, 'status-by-usable-profiles')) return new Set(providers.map(({ provider }) => provider));
  const question = { config: effectiveConfig(config), version, store, model: null, now };
  const isUsable = ({ provider, env, modelsJson }: ProviderStatus): boolean =>
    env !== undefined || modelsJson !== undefined || profileOrder({ ...question, provider }).eligible.length > 0;
  return new Set(providers.filter(isUsable).map(({ provider }) => provider));
}

/** 2026.9.6 names Anthropic only when a store holds a profile for it, or the config declares one (observed, section 5; run). */
function isNamedMissing(config: JsonObject, version: OpenClawVersion, store: ProfileStore, provider: string): boolean {
  if (provider !== anthropic || !supports(version, 'status-names-routes')) return true;
  const declared = Object.values(objectAt(config, 'auth', 'profiles')).map((profile) => textAt(profile, 'provider') ?? '');
  const stored = [...store.profiles.values()].map((profile) => profile.provider);
  return [...declared, ...stored].some((name) => normaliseProvider(name) === anthropic);
}

/** Every provider that something names: a store, the config, a model, or a variable; sorted. */
function providerNames({ config, installation }: Snapshot, store: ProfileStore, fromModels: readonly string[], lookUp: EnvironmentLookup): readonly string[] {
  const stored = [...store.profiles.values()].map(({ provider }) => provider);
  const configured = Object.keys(objectAt(effectiveConfig(config), 'models', 'providers'));
  const inEnvironment = probedProviders(installation.version).filter((provider) => environmentKey(provider, lookUp) !== null);
  const all = [...stored, ...configured, ...fromModels, ...inEnvironment].map((name) => name.trim()).filter((name) => name !== '');
  return [...new Set(all)].toSorted(compareTexts);
}

/** Aliases are not resolved here: a bare name counts as a model of Anthropic's (section 4.2). */
function providersOf(models: readonly (string | null)[]): readonly string[] {
  const providers = models.flatMap((written) => (written === null ? [] : (parseModelRef(written)?.provider ?? [])));
  return [...new Set(providers)];
}

function asksLoginShell(config: unknown, lookUp: EnvironmentLookup): boolean {
  const wanted = lookUp('OPENCLAW_LOAD_SHELL_ENV')?.trim().toLowerCase() ?? '';
  return ['1', 'true', 'yes', 'on'].includes(wanted) || valueAt(config, 'env', 'shellEnv', 'enabled') === true;
}
