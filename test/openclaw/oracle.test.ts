import { afterEach, describe, expect, test } from 'vitest';
import { objectAt, textAt, valueAt } from '../../src/openclaw/json-object.ts';
import type { JsonObject, Snapshot } from '../../src/openclaw/snapshot.ts';
import { credentialsFor, type AgentCredentials } from '../../src/rules/candidates.ts';
import { waitingOf } from '../../src/rules/cooldown.ts';
import { normaliseProvider } from '../../src/rules/provider-id.ts';
import { effectiveStore } from '../../src/rules/store-merge.ts';
import type { TestHome } from '../support/homes.ts';
import { oracleHome } from '../support/oracle-home.ts';
import { agentNamed, readHome } from '../support/read.ts';
import { oracleCases, sharedPresent } from '../support/shared.ts';

const now = 1_790_000_000_000;
const versions = ['2026.2.24', '2026.3.13', '2026.9.6'];
const statusCases = await casesOf('status.json');
const wireCases = await casesOf('wire.json');
const homes: TestHome[] = [];

afterEach(async () => {
  for (const home of homes.splice(0)) await home.dispose();
});

describe.skipIf(!sharedPresent)('what OpenClaw answered', () => {
  test.each(statusCases.filter(([, , { openclaw }]) => valueAt(openclaw, 'json', 'ok') !== false))('%s, %s, models status: same paths, model, profiles and waiting profiles', async (version, _name, { given, openclaw }) => {
    const { home, snapshot, credentials, agentId } = await build(version, given);
    const answer = objectAt(openclaw, 'json');
    const expected = (...path: string[]): string | undefined => textAt(answer, ...path)?.replace('$STATE', home.stateDir);

    expect(snapshot.installation.config.path).toBe(expected('configPath'));
    expect(agentNamed(snapshot, agentId).agentDir).toBe(expected('agentDir'));
    expect(agentNamed(snapshot, agentId).model.ref).toBe(expected('resolvedDefault'));
    expect(storedTypes(snapshot, agentId)).toEqual(reportedTypes(answer));
    expect(waitingProfiles(snapshot, agentId)).toEqual(reportedWaiting(answer));
    expect(sourceKind(credentials)).toBe(reportedKind(answer));
    expect(sourceName(credentials)).toBe(textAt(reportedProvider(answer), 'env', 'source')?.replace('env: ', '') ?? null);
  });

  test.each(wireCases)('%s, %s, a turn: the credential that went out is the chosen one', async (version, _name, { given, openclaw }) => {
    const sent = textAt(openclaw, 'credential')?.replace('…', '');
    if (sent === undefined) return;
    const { credentials } = await build(version, given);
    expect(credentials.chosen?.secret?.reveal().slice(0, sent.length)).toBe(sent);
  });
});

async function casesOf(file: string): Promise<(readonly [string, string, JsonObject])[]> {
  const all = await Promise.all(versions.map(async (version) => (await oracleCases(version, file)).map(([name, one]) => [version, name, one] as const)));
  return all.flat();
}

interface Built {
  readonly home: TestHome;
  readonly snapshot: Snapshot;
  readonly credentials: AgentCredentials;
  readonly agentId: string;
}

/** Makes the state of a case on disk and reads it as a process of its owner would. */
async function build(version: string, given: unknown): Promise<Built> {
  const home = await oracleHome(version, given, now);
  homes.push(home);
  const snapshot = await readHome(home.host(home.variables), now, { openclawVersion: version });
  const agentId = home.agent ?? 'main';
  return { home, snapshot, agentId, credentials: credentialsFor(snapshot, agentNamed(snapshot, agentId), now) };
}

function storedTypes(snapshot: Snapshot, agentId: string): Record<string, number> {
  const { profiles } = effectiveStore(snapshot, agentNamed(snapshot, agentId));
  const types = [...profiles.values()].filter(({ provider }) => normaliseProvider(provider) === 'anthropic').map(({ type }) => type);
  const count = (type: string): number => types.filter((one) => one === type).length;
  return { count: types.length, oauth: count('oauth'), token: count('token'), apiKey: count('api_key') };
}

function waitingProfiles(snapshot: Snapshot, agentId: string): unknown[] {
  const { usage } = effectiveStore(snapshot, agentNamed(snapshot, agentId));
  return [...usage]
    .flatMap(([profileId, stats]) => {
      const waiting = waitingOf(stats, now);
      if (waiting === null) return [];
      const { kind, until } = waiting;
      return [{ profileId, kind, reason: kind === 'disabled' ? waiting.reason : null, minutes: Math.floor((until - now) / 60_000), until }];
    })
    .toSorted((a, b) => a.until - b.until)
    .map(({ until: _until, ...rest }) => rest);
}

function reportedWaiting(answer: JsonObject): unknown[] {
  const list = valueAt(answer, 'auth', 'unusableProfiles');
  return (Array.isArray(list) ? list : []).map((one: unknown) => ({
    profileId: textAt(one, 'profileId'),
    kind: textAt(one, 'kind'),
    reason: textAt(one, 'reason'),
    minutes: Number(valueAt(one, 'remainingMs')) / 60_000,
  }));
}

function reportedProvider(answer: JsonObject): unknown {
  const list = valueAt(answer, 'auth', 'providers');
  return Array.isArray(list) ? list.find((one) => textAt(one, 'provider') === 'anthropic') : undefined;
}

function reportedTypes(answer: JsonObject): unknown {
  const { count = 0, oauth = 0, token = 0, apiKey = 0 } = objectAt(reportedProvider(answer), 'profiles');
  return { count, oauth, token, apiKey };
}

function reportedKind(answer: JsonObject): string {
  return textAt(reportedProvider(answer), 'effective', 'kind') ?? 'missing';
}

function sourceKind({ chosen }: AgentCredentials): string {
  if (chosen === null) return 'missing';
  const kinds = { profile: 'profiles', variable: 'env', 'provider-key': 'models.json' };
  return kinds[chosen.source.from];
}

function sourceName({ chosen }: AgentCredentials): string | null {
  return chosen?.source.from === 'variable' ? chosen.source.name : null;
}
