import { objectAt, trimmedText } from '../../../openclaw/json-object.ts';
import type { Snapshot, StoreReading } from '../../../openclaw/snapshot.ts';
import { effectiveConfig } from '../../agents.ts';
import { anthropic, normaliseProvider } from '../../provider-id.ts';
import { storeOf, usesSharedStore } from '../../store-merge.ts';
import type { ConfigEdit } from '../../../openclaw/config-edit-value.ts';
import type { Check, Found } from '../check.ts';
import type { DoctorFacts } from '../facts.ts';
import type { Mend, Place } from '../finding.ts';
import { editEntry, entryPlace } from '../store-entry.ts';
import { everyStoreRead, storedIds } from '../stored-ids.ts';

/** An order names profiles that no store holds; OpenClaw passes over them, and over all others too (section 3.6). */
export const orderGhost: Check = {
  code: 'order-ghost',
  find: (facts) => (everyStoreRead(facts.snapshot) ? [...inStores(facts), ...inConfig(facts)] : []),
};

function inConfig({ snapshot }: DoctorFacts): readonly Found[] {
  const orders = Object.entries(objectAt(effectiveConfig(snapshot.config), 'auth', 'order'));
  const order = orders.find(([provider]) => normaliseProvider(provider) === anthropic);
  if (order === undefined || !Array.isArray(order[1])) return [];
  const ids = order[1].map(trimmedText).filter((id) => id !== null);
  const path = ['auth', 'order', order[0]];
  return tell(ids, storedIds(snapshot), { in: 'config', keys: path }, [], (edit) => ({ do: 'edit', config: [edit(path)], store: null }));
}

function inStores({ snapshot }: DoctorFacts): readonly Found[] {
  const everywhere = storedIds(snapshot);
  const main = new Set(storeOf(snapshot.sharedStore).profiles.keys());
  const users = snapshot.agents.filter((agent) => usesSharedStore(snapshot, agent)).map(({ id }) => id);
  const own = snapshot.agents.filter((agent) => !usesSharedStore(snapshot, agent));
  return [
    // An agent that holds an id itself still follows main's order.
    ...inStore(snapshot, snapshot.sharedStore, everywhere, users),
    ...own.flatMap(({ id, store }) => inStore(snapshot, store, new Set([...main, ...storeOf(store).profiles.keys()]), [id])),
  ];
}

function inStore(snapshot: Snapshot, reading: StoreReading, known: ReadonlySet<string>, agents: readonly string[]): readonly Found[] {
  const order = [...storeOf(reading).order].find(([provider]) => normaliseProvider(provider) === anthropic);
  if (order === undefined) return [];
  const keys = ['order', order[0]];
  return tell(order[1], known, entryPlace(reading, keys), agents, (edit) => editEntry(snapshot, reading, edit(keys)));
}

function tell(
  ids: readonly string[],
  known: ReadonlySet<string>,
  place: Place,
  agents: readonly string[],
  mend: (edit: (path: readonly string[]) => ConfigEdit) => Mend | null,
): readonly Found[] {
  const ghosts = ids.filter((id) => !known.has(id));
  if (ghosts.length === 0) return [];
  const rest = ids.filter((id) => known.has(id));
  const edit = (path: readonly string[]): ConfigEdit => (rest.length === 0 ? { kind: 'remove', path } : { kind: 'set', path, value: rest });
  return [
    {
      severity: rest.length === 0 ? 'problem' : 'warning',
      place,
      agents,
      told: { by: 'doctor', detail: { what: 'order-ghost', profileIds: ghosts, left: rest.length } },
      mend: mend(edit),
    },
  ];
}
