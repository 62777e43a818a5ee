import { diagnose, fingerprintOf } from '../../anthropic/credential.ts';
import type { Snapshot, StoreReading, UsageStats } from '../../openclaw/snapshot.ts';
import { effectiveValue } from '../../openclaw/environment.ts';
import { programVersion } from '../../program-version.ts';
import type { DoctorFacts } from '../../rules/doctor/facts.ts';
import { storesOf } from '../../rules/doctor/stored-ids.ts';
import { storeOf } from '../../rules/store-merge.ts';
import { configOutline } from '../../rules/report/config-outline.ts';
import type { Secret } from '../../terminal/secret.ts';
import { doctorJson } from '../doctor/doctor-json.ts';
import type { PlacedFinding } from '../doctor/placed-finding.ts';
import type { JsonOutput } from '../output.ts';

/** Variables that change what OpenClaw or clawdial do; their names are told, never their values. */
const tellingName = /^(?:ANTHROPIC|OPENCLAW|CLAWDBOT|CLAWDIAL|PI|NODE)_\w+$|^(?:HTTPS?|NO|ALL)_PROXY$/iu;

/** Everything that helps somebody else to understand an installation, before it is made anonymous. */
export function reportBundle(facts: DoctorFacts, placed: readonly PlacedFinding[], nodeVersion: string): { readonly [key: string]: JsonOutput } {
  const { snapshot, surroundings, now } = facts;
  const { installation } = snapshot;
  return {
    report: 1,
    madeAt: new Date(now).toISOString(),
    clawdial: { version: programVersion, node: nodeVersion },
    openclaw: {
      present: installation.present,
      version: installation.version.text,
      versionFrom: installation.versionOrigin.by,
      layout: installation.layout,
      layoutBecause: installation.layoutReason.because,
      stateDir: placeJson(installation.stateDir),
      config: placeJson(installation.config),
      mainAgentDir: placeJson(installation.mainAgentDir),
      program: installation.program,
      gateway: { ...surroundings.gateway },
    },
    variables: variablesJson(facts),
    config: configJson(facts),
    stores: storesOf(snapshot).map(storeJson),
    agents: facts.agents.map((agent) => agentJson(agent)),
    files: surroundings.places.map(({ path, kind, role, mode }) => ({ path, kind, role, mode: mode.toString(8).padStart(4, '0') })),
    doctor: doctorJson(facts, placed, null),
  };
}

function placeJson({ path, exists, origin }: Snapshot['installation']['config']): JsonOutput {
  return { path, exists, from: origin.by };
}

function variablesJson({ environment }: DoctorFacts): JsonOutput {
  const names = new Set(environment.flatMap(({ values }) => [...values.keys()]).filter((name) => tellingName.test(name)));
  return [...names].toSorted().map((name) => ({
    name,
    setIn: environment.filter(({ values }) => values.has(name)).map(({ origin }) => origin),
    isBlank: effectiveValue(name, environment) === null,
  }));
}

function configJson({ snapshot: { config }, sources }: DoctorFacts): JsonOutput {
  if (config.state === 'broken') return { state: 'broken', problem: config.problem.kind };
  if (config.state === 'missing') return { state: 'missing' };
  return { state: 'read', files: [...sources].map(([path, { written }]) => ({ path, outline: configOutline(written) })) };
}

function storeJson(reading: StoreReading): JsonOutput {
  const { path, state } = reading;
  if (reading.state === 'broken') return { path, state, problem: reading.problem.kind };
  const { profiles, order, lastGood, usage, dropped } = storeOf(reading);
  return {
    path,
    state,
    from: reading.state === 'read' ? reading.from : null,
    profiles: [...profiles.values()].map(({ id, type, provider, secret, reference, refreshable, expires }) => ({
      id,
      type,
      provider,
      secret: secretJson(secret),
      reference: reference === null ? null : reference.source,
      refreshable,
      expiresAt: timeJson(expires),
    })),
    order: Object.fromEntries(order),
    lastGood: Object.fromEntries(lastGood),
    usage: Object.fromEntries([...usage].map(([id, stats]) => [id, usageJson(stats)])),
    dropped,
  };
}

/** A short hash tells two reports apart; of what is no credential, and so may be guessed, not even that. */
function secretJson(secret: Secret | null): JsonOutput {
  if (secret === null) return null;
  const { state } = diagnose(secret);
  if (state !== 'usable' && state !== 'truncated') return { form: 'other', length: secret.length };
  return { form: state, length: secret.length, fingerprint: fingerprintOf(secret) };
}

function usageJson(stats: UsageStats): JsonOutput {
  return {
    lastUsed: timeJson(stats.lastUsed),
    cooldownUntil: timeJson(stats.cooldownUntil),
    cooldownReason: stats.cooldownReason,
    cooldownModel: stats.cooldownModel,
    disabledUntil: timeJson(stats.disabledUntil),
    disabledReason: stats.disabledReason,
    blockedUntil: timeJson(stats.blockedUntil),
    errorCount: stats.errorCount,
    failureCounts: Object.fromEntries(stats.failureCounts),
    lastFailureAt: timeJson(stats.lastFailureAt),
  };
}

/** A number that no calendar has stays a number. */
function timeJson(time: number | null): JsonOutput {
  return time === null ? null : Math.abs(time) > 8.64e15 ? time : new Date(time).toISOString();
}

function agentJson({ credentials: { agent, candidates }, route, cache }: DoctorFacts['agents'][number]): JsonOutput {
  return {
    id: agent.id,
    default: agent.isDefault,
    agentDir: agent.agentDir,
    model: agent.model.ref,
    signsWith: route.profileId ?? route.source?.from ?? null,
    header: route.auth,
    betas: route.betas.map(({ name }) => name),
    error: route.error?.code ?? null,
    cacheRetention: cache.effective,
    cacheOnWire: cache.onWire,
    candidates: candidates.map(({ source, type, standing }) => ({
      source: source.from === 'profile' ? source.profileId : source.from,
      type,
      standing: standing.state,
      because: standing.state === 'unusable' ? standing.because : standing.state === 'waiting' ? standing.reason : null,
    })),
  };
}
