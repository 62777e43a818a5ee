import { isJsonObject, objectAt, valueAt } from '../../openclaw/json-object.ts';
import type { OpenClawVersion } from '../../openclaw/installation.ts';
import type { JsonObject, Snapshot } from '../../openclaw/snapshot.ts';
import { firstVersionWith, supports, type Gate } from '../versions.ts';
import { valueAtPath, type ConfigPath } from './config-path.ts';
import { rosterRefusals } from './roster-refusals.ts';
import type { Refusal } from './route-error.ts';

/** `*` stands for every key or element. */
type Pattern = readonly string[];

/** Keys that a strict schema refuses before a version (observed, section 0; README of the facts, version gates). */
const newKeys: readonly (readonly [Pattern, Gate])[] = [
  [['agents', 'list', '*', 'params'], 'agent-params'],
  [['agents', 'list', '*', 'models'], 'agent-models'],
  [['agents', 'defaults', 'params'], 'defaults-params'],
  [['agents', 'defaults', 'modelPolicy'], 'agent-entries'],
  [['agents', 'entries'], 'agent-entries'],
  [['agents', 'ownership'], 'agent-entries'],
];

/** Keys that are refused from a version on, with the place that took over (openclaw-2026.9, sections 0 and 2.5; observed, section 4). */
const goneKeys: readonly (readonly [Pattern, Gate, string | null])[] = [
  [['auth', 'cooldowns'], 'agent-entries', null],
  [['agents', 'entries', '*', 'id'], 'agent-entries', null],
];

/** What `env` may hold from 2026.8.1 on; a variable goes into `env.vars`. */
const environmentKeys = new Set(['vars', 'shellEnv']);

/** Values that every version wants as an object; a text or a list there is refused. */
const objects: readonly Pattern[] = [
  ['agents'],
  ['agents', 'defaults'],
  ['agents', 'defaults', 'params'],
  ['agents', 'defaults', 'models'],
  ['agents', 'defaults', 'models', '*'],
  ['agents', 'defaults', 'models', '*', 'params'],
  ['agents', 'entries'],
  ['agents', 'entries', '*'],
  ['agents', 'entries', '*', 'params'],
  ['agents', 'entries', '*', 'models'],
  ['agents', 'list', '*'],
  ['agents', 'list', '*', 'params'],
];

/**
 * What in a config makes this version of OpenClaw refuse all of it: only what it was seen or read to refuse. Most
 * configs that OpenClaw refuses for other reasons are not noticed here.
 */
export function refusalsOf(snapshot: Snapshot): readonly Refusal[] {
  if (snapshot.config.state !== 'read') return [];
  const config = snapshot.config.resolved;
  const { version } = snapshot.installation;
  return [
    ...tooEarly(config, version),
    ...gone(config, version),
    ...wrongTypes(config),
    ...rosterRefusals(config, version),
    ...sharedAgentDirs(snapshot),
  ];
}

function tooEarly(config: JsonObject, version: OpenClawVersion): readonly Refusal[] {
  return newKeys.flatMap(([pattern, gate]): readonly Refusal[] => {
    if (supports(version, gate)) return [];
    return matches(config, pattern).map((path) => ({ path, because: { kind: 'too-early', firstVersion: firstVersionWith(gate) } }));
  });
}

function gone(config: JsonObject, version: OpenClawVersion): readonly Refusal[] {
  const listed = goneKeys.flatMap(([pattern, gate, instead]): readonly Refusal[] => {
    if (!supports(version, gate)) return [];
    return matches(config, pattern).map((path) => ({ path, because: { kind: 'gone', lastBefore: firstVersionWith(gate), instead } }));
  });
  if (!supports(version, 'agent-entries')) return listed;
  const variables = Object.keys(objectAt(config, 'env')).filter((name) => !environmentKeys.has(name));
  const because = { kind: 'gone', lastBefore: firstVersionWith('agent-entries') } as const;
  return [...listed, ...variables.map((name): Refusal => ({ path: ['env', name], because: { ...because, instead: `env.vars.${name}` } }))];
}

function wrongTypes(config: JsonObject): readonly Refusal[] {
  const faults = objects
    .flatMap((pattern) => matches(config, pattern))
    .filter((path) => !isJsonObject(valueAtPath(config, path)))
    .map((path): Refusal => ({ path, because: { kind: 'wrong-type', expected: 'object' } }));
  const list = valueAt(config, 'agents', 'list');
  if (list === undefined || Array.isArray(list)) return faults;
  return [...faults, { path: ['agents', 'list'], because: { kind: 'wrong-type', expected: 'list' } }];
}

/** Refused in every version that was read (2026.2.24, section 1.5). */
function sharedAgentDirs({ agents }: Snapshot): readonly Refusal[] {
  const firstBy = new Map<string, string>();
  for (const { id, agentDir } of agents) {
    const first = firstBy.get(agentDir);
    if (first !== undefined) return [{ path: ['agents'], because: { kind: 'shared-agent-dir', agentIds: [first, id] } }];
    firstBy.set(agentDir, id);
  }
  return [];
}

/** The paths of a config that fit a pattern. */
function matches(config: unknown, pattern: Pattern): readonly ConfigPath[] {
  return pattern.reduce<readonly ConfigPath[]>((paths, key) => paths.flatMap((path) => steps(valueAtPath(config, path), key).map((step) => [...path, step])), [[]]);
}

function steps(value: unknown, key: string): readonly string[] {
  if (key !== '*') return isJsonObject(value) && Object.hasOwn(value, key) ? [key] : [];
  if (Array.isArray(value)) return value.map((_element, index) => String(index));
  return isJsonObject(value) ? Object.keys(value) : [];
}

