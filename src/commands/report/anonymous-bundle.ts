import { basename } from 'node:path';
import { isSecretName } from '../../changes/mask.ts';
import type { HostEnvironment } from '../../openclaw/installation.ts';
import { isJsonObject } from '../../openclaw/json-object.ts';
import type { DoctorFacts } from '../../rules/doctor/facts.ts';
import { storesOf } from '../../rules/doctor/stored-ids.ts';
import { storeOf } from '../../rules/store-merge.ts';
import { anonymiser, type Identity } from '../../rules/report/anonymous-text.ts';
import { Secret } from '../../terminal/secret.ts';
import type { JsonOutput } from '../output.ts';

/** The same document without secrets, addresses and the name of the user, in keys as in values. */
export function anonymous(document: JsonOutput, identity: Identity): JsonOutput {
  const clean = anonymiser(identity);
  const walk = (value: JsonOutput | undefined): JsonOutput => {
    if (typeof value === 'string') return clean(value);
    if (value === undefined || value === null || typeof value === 'number' || typeof value === 'boolean') return value ?? null;
    if (isList(value)) return value.map(walk);
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [clean(key), walk(member)]));
  };
  return walk(document);
}

/** Who must not be recognised, and which values must not leave. */
export function identityOf(facts: DoctorFacts, host: HostEnvironment): Identity {
  const { snapshot } = facts;
  const homes = [snapshot.installation.home, host.homeDirectory, host.variables['HOME'] ?? ''];
  const userNames = [...homes.map((home) => basename(home)), host.variables['USER'] ?? '', host.variables['LOGNAME'] ?? ''];
  return { homes: [...new Set(homes)], userNames: [...new Set(userNames)], secrets: secretsOf(facts) };
}

/** Shorter values would blank out ordinary words. */
const shortestSecret = 8;

/** Those of the stores, and whatever the config and the environment call one. */
function secretsOf({ snapshot, sources, environment }: DoctorFacts): readonly Secret[] {
  const stored = storesOf(snapshot).flatMap((reading) => [...storeOf(reading).profiles.values()].flatMap(({ secret }) => secret ?? []));
  const configured = [...sources.values()].flatMap(({ written }) => namedSecrets(written, false));
  const variables = environment.flatMap(({ values }) => [...values]).flatMap(([name, value]) => (isSecretName(name) ? [value] : []));
  const named = [...configured, ...variables].filter((value) => value.trim().length >= shortestSecret);
  return [...stored, ...[...new Set(named)].map((value) => new Secret(value))];
}

/** The texts under a key that is named like a secret, at any depth. */
function namedSecrets(value: unknown, isNamed: boolean): readonly string[] {
  if (typeof value === 'string') return isNamed ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((element: unknown) => namedSecrets(element, isNamed));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => namedSecrets(member, isSecretName(key)));
}

function isList(value: Exclude<JsonOutput, string | number | boolean | null>): value is readonly JsonOutput[] {
  return Array.isArray(value);
}
