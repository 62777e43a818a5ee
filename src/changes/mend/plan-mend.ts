import { ownerOf } from '../../openclaw/config-owner.ts';
import type { JsonValue } from '../../openclaw/config-edit-value.ts';
import { isJsonObject } from '../../openclaw/json-object.ts';
import type { Mend, StoreEdits } from '../../rules/doctor/finding.ts';
import { mendTitle } from '../../words/mend.ts';
import { planCacheEdits } from '../cache-edits.ts';
import type { CacheFacts } from '../cache-plan.ts';
import type { Change, FileChange, ModeChange, Removal } from '../change.ts';
import { changeFile } from '../file-change.ts';
import { planMigration } from '../migrate-retention.ts';
import type { MendPlan } from './mend-plan.ts';
import { retypeEdits } from './retype.ts';
import { imageAt } from './store-image.ts';

type MendOf<Do extends Mend['do']> = Extract<Mend, { readonly do: Do }>;

/**
 * Plans mending findings, from what was read: what is of one kind and touches no text (rights, removals) as one change,
 * anything else one mend at a time. Writes nothing.
 *
 * @param mends at least one; several only of the kinds that `isJoined` says
 */
export function planMend(facts: CacheFacts, mends: readonly Mend[]): MendPlan {
  const [first] = mends;
  switch (first?.do) {
    case undefined:
      return planned({ title: mendTitle.nothing, files: [] });
    case 'tighten':
      return planned({ title: mendTitle.tighten(mends.length), files: [], modes: mends.flatMap(modeOf) });
    case 'remove-lock':
    case 'remove-leftover':
      return planned({ title: mendTitle.remove(mends.length), files: [], removals: mends.flatMap(removalOf) });
    case 'edit':
      return planEdit(facts, first);
    case 'move-key':
      return planMove(facts, first);
    case 'retype':
      return planRetype(facts, first);
    case 'migrate-retention':
      return planMigration(facts, facts.snapshot.agents.filter(({ id }) => first.agentIds.includes(id)), 'meant');
  }
}

/** True for mends that are shown and made together. */
export function isJoined(one: Mend, other: Mend): boolean {
  return kindOf(one) !== null && kindOf(one) === kindOf(other);
}

function kindOf(mend: Mend): 'tighten' | 'remove' | null {
  if (mend.do === 'tighten') return 'tighten';
  return mend.do === 'remove-lock' || mend.do === 'remove-leftover' ? 'remove' : null;
}

function modeOf(mend: Mend): readonly ModeChange[] {
  return mend.do === 'tighten' ? [{ path: mend.path, kind: mend.kind, from: mend.from, to: mend.to }] : [];
}

function removalOf(mend: Mend): readonly Removal[] {
  if (mend.do === 'remove-lock') return [{ path: mend.path, what: 'dead-lock' }];
  return mend.do === 'remove-leftover' ? [{ path: mend.path, what: 'leftover' }] : [];
}

function planEdit(facts: CacheFacts, { config, store }: MendOf<'edit'>): MendPlan {
  const title = mendTitle.edit([...config, ...(store?.edits ?? [])]);
  const plan: MendPlan = config.length === 0 ? planned({ title, files: [] }) : planCacheEdits(facts, title, config);
  return store === null || plan.state === 'refused' ? plan : withStore(facts, plan, store);
}

/** As written, so that a reference to a variable stays one. */
function planMove(facts: CacheFacts, { from, to }: MendOf<'move-key'>): MendPlan {
  const owner = ownerOf(facts.sources, from);
  const value = owner.state === 'found' ? asJson(owner.value) : undefined;
  if (value === undefined) return { state: 'refused', reason: { code: 'gone', path: facts.snapshot.installation.config.path } };
  return planCacheEdits(facts, mendTitle.move(from, to), [{ kind: 'set', path: to, value }, { kind: 'remove', path: from }]);
}

function planRetype(facts: CacheFacts, mend: MendOf<'retype'>): MendPlan {
  const edits = retypeEdits(facts.snapshot, mend);
  if (edits === null) return { state: 'refused', reason: { code: 'gone', path: mend.path } };
  const title = mendTitle.retype(mend.profileId, mend.to);
  const plan: MendPlan = edits.config.length === 0 ? planned({ title, files: [] }) : planCacheEdits(facts, title, edits.config);
  return plan.state === 'refused' ? plan : withStore(facts, plan, { path: mend.path, edits: edits.store });
}

/** A store comes before the config, so that a stop between them never leaves a listed profile without a credential. */
function withStore({ snapshot }: CacheFacts, plan: Extract<MendPlan, { readonly state: 'planned' }>, { path, edits }: StoreEdits): MendPlan {
  const image = imageAt(snapshot, path);
  if (image === null) return { state: 'refused', reason: { code: 'gone', path } };
  const result = changeFile(path, 'auth-store', image, edits);
  if (!result.ok) {
    const problem = result.reason === 'include' ? 'verification' : result.reason;
    return { state: 'refused', reason: { code: 'edit', path, problem, at: result.path, line: result.line } };
  }
  const files: readonly FileChange[] = [result.file, ...plan.change.files];
  return { ...plan, change: { ...plan.change, files } };
}

function planned(change: Change): MendPlan {
  return { state: 'planned', change, effects: [], warnings: [] };
}

function asJson(value: unknown): JsonValue | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) {
    const items = value.map(asJson);
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  if (!isJsonObject(value)) return undefined;
  const members = Object.entries(value).map(([key, member]) => [key, asJson(member)] as const);
  return members.every((member): member is readonly [string, JsonValue] => member[1] !== undefined) ? Object.fromEntries(members) : undefined;
}

