import { isJsonObject, objectAt, valueAt } from '../../openclaw/json-object.ts';
import type { OpenClawVersion } from '../../openclaw/installation.ts';
import type { JsonObject } from '../../openclaw/snapshot.ts';
import { normaliseAgentId } from '../agents.ts';
import { firstVersionWith, supports } from '../versions.ts';
import type { Refusal } from './route-error.ts';

/** The keys that `agents.entries` takes; capitals are read as small letters (2026.9.6, run). */
const entryKey = /^[a-z0-9][a-z0-9_-]{0,63}$/i;

/**
 * What in the agents of a config makes OpenClaw refuse all of it, from 2026.8.1 on (each run with 2026.9.6). A list of
 * agents is taken over in memory only when each entry is in the form that `agents.entries` would have.
 */
export function rosterRefusals(config: JsonObject, version: OpenClawVersion): readonly Refusal[] {
  if (!supports(version, 'agent-entries')) return [];
  const list = valueAt(config, 'agents', 'list');
  const entries = valueAt(config, 'agents', 'entries');
  if (entries !== undefined) return [...listBesideEntries(list), ...entryKeys(objectAt(config, 'agents', 'entries')), ...ownership(config, Object.values(objectAt(config, 'agents', 'entries')), 'entries')];
  return Array.isArray(list) ? [...listedIds(list), ...ownership(config, list, 'list')] : [];
}

function listBesideEntries(list: unknown): readonly Refusal[] {
  return list === undefined ? [] : [{ path: ['agents', 'list'], because: { kind: 'gone', lastBefore: firstVersionWith('agent-entries'), instead: null } }];
}

function entryKeys(entries: JsonObject): readonly Refusal[] {
  const odd = Object.keys(entries).filter((id) => !entryKey.test(id));
  return odd.map((id) => ({ path: ['agents', 'entries', id], because: { kind: 'agent-id', fault: 'form', instead: normaliseAgentId(id) } }));
}

/** Ids that are missing, written otherwise than OpenClaw writes them, or there twice; `instead` is what its doctor makes of them. */
function listedIds(list: readonly unknown[]): readonly Refusal[] {
  const taken = new Set<string>();
  return list.flatMap((entry, index): readonly Refusal[] => {
    if (!isJsonObject(entry)) return [];
    const written = valueAt(entry, 'id');
    const isNamed = typeof written === 'string' && written.trim() !== '';
    const wanted = isNamed ? normaliseAgentId(written) : 'agent';
    const instead = freeId(wanted, taken);
    taken.add(instead);
    if (written === instead) return [];
    const fault = !isNamed ? 'missing' : written === wanted ? 'twice' : 'form';
    return [{ path: ['agents', 'list', String(index), ...(fault === 'missing' ? [] : ['id'])], because: { kind: 'agent-id', fault, instead } }];
  });
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  let suffix = 2;
  while (taken.has(`${wanted}-${suffix}`)) suffix += 1;
  return `${wanted}-${suffix}`;
}

/** Several agents need `ownership: "explicit"`, or one `default: true` of old, but not both (openclaw-2026.9, section 2.5; run). */
function ownership(config: JsonObject, agents: readonly unknown[], key: 'entries' | 'list'): readonly Refusal[] {
  const marked = agents.filter((agent) => valueAt(agent, 'default') === true).length;
  const isExplicit = valueAt(config, 'agents', 'ownership') === 'explicit';
  if (marked > 1) return [{ path: ['agents', key], because: { kind: 'several-defaults', count: marked } }];
  if (marked === 1) return isExplicit ? [{ path: ['agents', 'ownership'], because: { kind: 'two-owners' } }] : [];
  return agents.length < 2 || isExplicit ? [] : [{ path: ['agents', 'ownership'], because: { kind: 'missing', value: 'explicit' } }];
}
