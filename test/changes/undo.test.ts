import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { applyChange } from '../../src/changes/apply.ts';
import type { Change } from '../../src/changes/change.ts';
import { journalPath, rememberChange } from '../../src/changes/journal.ts';
import { leftBy, putBack } from '../../src/changes/left-places.ts';
import { planProfile } from '../../src/changes/profiles/plan-profile.ts';
import type { ProfileWish } from '../../src/changes/profiles/profile-plan.ts';
import { planUndo, type UndoPlan } from '../../src/changes/undo.ts';
import { readProfileFacts } from '../../src/commands/models-auth/facts.ts';
import { applyToValue, type JsonValue } from '../../src/openclaw/config-edit-value.ts';
import { Secret } from '../../src/terminal/secret.ts';
import { apiKey, makeHome, type HomeContent, type TestHome } from '../support/homes.ts';

const now = Date.UTC(2026, 10, 26);
const hour = 3_600_000;
const homes: TestHome[] = [];
const storePath = '.openclaw/agents/main/agent/auth-profiles.json';

afterEach(async () => {
  await Promise.all(homes.splice(0).map((home) => home.dispose()));
});

const key = (letter: string): { readonly [name: string]: JsonValue } => ({ type: 'api_key', provider: 'anthropic', key: apiKey(letter) });
const store = {
  version: 1,
  profiles: { 'anthropic:work': key('w'), 'anthropic:spare': key('s'), 'openai:x': { type: 'api_key', provider: 'openai', key: 'sk-other' } },
  order: { anthropic: ['anthropic:work', 'anthropic:spare'] },
  lastGood: { anthropic: 'anthropic:work' },
  usageStats: { 'anthropic:work': { lastUsed: 5, errorCount: 2, lastFailureAt: now - 1000, cooldownUntil: now + hour, failureCounts: { auth: 2 } } },
};

const apply = (change: Change): ReturnType<typeof applyChange> => applyChange(change, { now: Date.now, configLock: false, settle: { firstMs: 0, nextMs: 0 } });

interface Scene {
  readonly home: TestHome;
  readonly configPath: string;
  readonly text: () => Promise<string>;
  readonly json: () => Promise<Store>;
}

type Store = { readonly [name: string]: JsonValue };

/** A home in which that wish was carried out and noted down. */
async function carriedOut(wish: ProfileWish, stores: NonNullable<HomeContent['stores']> = { main: store }): Promise<Scene> {
  const home = await makeHome({ config: { meta: { lastTouchedVersion: '2026.2.24' }, agents: { list: [{ id: 'main' }, { id: 'research' }] } }, stores });
  homes.push(home);
  const configPath = join(home.stateDir, 'openclaw.json');
  const plan = planProfile(await readProfileFacts({}, home.host()), wish, { now, force: false });
  if (plan.state === 'refused') throw new Error(plan.reason.code);
  const result = await apply(plan.change);
  expect(result.state).toBe('applied');
  expect(rememberChange(configPath, plan.change, result.files, Date.now())).toBe(true);
  const text = (): Promise<string> => readFile(join(home.home, storePath), 'utf8');
  return { home, configPath, text, json: async () => JSON.parse(await text()) };
}

async function undo({ configPath }: Scene): Promise<Extract<UndoPlan, { readonly state: 'planned' }>> {
  const plan = planUndo(configPath);
  if (plan.state === 'refused') throw new Error(plan.reason.code);
  expect(await apply(plan.change)).toMatchObject({ state: 'applied' });
  return plan;
}

/** What OpenClaw writes after a profile was used with success. */
function used(content: Store, id: string): Store {
  const usage = { ...objectIn(content['usageStats']), [id]: { ...objectIn(objectIn(content['usageStats'])[id]), lastUsed: now + 60_000 } };
  return { ...content, usageStats: usage, lastGood: { anthropic: id } };
}

function objectIn(value: JsonValue | undefined): Store {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Store) : {};
}

const wishes: readonly ProfileWish[] = [
  { action: 'remove', profileId: 'anthropic:work' },
  { action: 'rename', profileId: 'anthropic:work', to: 'anthropic:team' },
  { action: 'order-set', agentId: 'main', profileIds: ['anthropic:spare', 'anthropic:work'] },
  { action: 'rotate', profileId: 'anthropic:work', credential: { type: 'api_key', secret: new Secret(apiKey('n')) }, proved: true },
  { action: 'clear-cooldown', profileId: 'anthropic:work', proof: { by: 'person', reason: 'paid' } },
];

describe('a store that OpenClaw wrote to since', () => {
  it.each(wishes)('gets back what the change replaced, and keeps the rest: $action', async (wish) => {
    const scene = await carriedOut(wish);
    await scene.home.write(storePath, used(await scene.json(), 'anthropic:spare'));
    const plan = await undo(scene);
    expect(plan.merged).toEqual([join(scene.home.home, storePath)]);
    const after = await scene.json();
    expect({ ...after, lastGood: null }).toEqual({ ...used(store, 'anthropic:spare'), lastGood: null });
    // Nobody but OpenClaw knows which profile was the last good one.
    expect(objectIn(after['lastGood'])['anthropic']).toMatch(/^anthropic:(?:work|spare)$/u);
  });

  it('gets a renamed profile back in its place', async () => {
    const scene = await carriedOut({ action: 'rename', profileId: 'anthropic:work', to: 'anthropic:team' });
    await scene.home.write(storePath, used(await scene.json(), 'anthropic:spare'));
    await undo(scene);
    expect(Object.keys(objectIn((await scene.json())['profiles']))).toEqual(Object.keys(store.profiles));
  });

  it('gets its bytes back when only they were written', async () => {
    const scene = await carriedOut({ action: 'remove', profileId: 'anthropic:work' });
    const plan = await undo(scene);
    expect(plan.merged).toEqual([]);
    expect(await scene.json()).toEqual(store);
  });

  it('is refused where somebody decided otherwise at one of the places', async () => {
    const scene = await carriedOut({ action: 'order-set', agentId: 'main', profileIds: ['anthropic:spare', 'anthropic:work'] });
    await scene.home.write(storePath, { ...(await scene.json()), order: { anthropic: ['anthropic:spare'] } });
    expect(planUndo(scene.configPath)).toMatchObject({ state: 'refused', reason: { code: 'moved-on' } });
  });

  it('keeps OpenClaw’s own note of a use over the one that was taken away', async () => {
    const scene = await carriedOut({ action: 'rotate', profileId: 'anthropic:work', credential: { type: 'api_key', secret: new Secret(apiKey('n')) }, proved: true });
    const failed = { errorCount: 1, lastFailureAt: now + 5, cooldownUntil: now + 2 * hour };
    await scene.home.write(storePath, { ...(await scene.json()), usageStats: { 'anthropic:work': failed } });
    await undo(scene);
    expect(await scene.json()).toMatchObject({ profiles: store.profiles, usageStats: { 'anthropic:work': failed } });
  });

  it('loses only what was made, when the change made the whole store', async () => {
    const { home, configPath } = await carriedOut({ action: 'copy', profileId: 'anthropic:spare', to: 'research', from: null });
    const path = '.openclaw/agents/research/agent/auth-profiles.json';
    await home.write(path, { version: 1, profiles: { 'anthropic:spare': { ...key('s'), displayName: 'x' }, 'anthropic:later': key('l') }, usageStats: { 'anthropic:later': { lastUsed: 1 } } });
    const plan = planUndo(configPath);
    if (plan.state === 'refused') throw new Error(plan.reason.code);
    expect(await apply(plan.change)).toMatchObject({ state: 'applied' });
    expect(JSON.parse(await readFile(join(home.home, path), 'utf8'))).toEqual({ version: 1, profiles: { 'anthropic:later': key('l') }, usageStats: { 'anthropic:later': { lastUsed: 1 } } });
  });

  it('is written by OpenClaw between the review and Enter: it is done on what it wrote', async () => {
    const scene = await carriedOut({ action: 'remove', profileId: 'anthropic:work' });
    const plan = planUndo(scene.configPath);
    if (plan.state === 'refused') throw new Error(plan.reason.code);
    await scene.home.write(storePath, used(await scene.json(), 'anthropic:spare'));
    expect(await apply(plan.change)).toMatchObject({ state: 'applied' });
    expect(await scene.json()).toMatchObject({ profiles: store.profiles, usageStats: used(store, 'anthropic:spare')['usageStats'] });
  });

  it('tells no secret in the journal', async () => {
    const scene = await carriedOut({ action: 'remove', profileId: 'anthropic:work' });
    expect(await readFile(journalPath(scene.configPath), 'utf8')).not.toMatch(/sk-/u);
  });
});

describe('what a change left', () => {
  const leaf = fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.string(), fc.array(fc.integer(), { maxLength: 3 }));
  const names = fc.constantFrom('a', 'b', 'c');
  const tree = fc.letrec<{ readonly value: JsonValue; readonly object: JsonValue }>((tie) => ({
    value: fc.oneof({ maxDepth: 3 }, leaf, tie('object')),
    object: fc.dictionary(names, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  })).object;

  it('brings the content from before back, whatever was changed', () => {
    fc.assert(
      fc.property(tree, tree, (before, after) => {
        const left = leftBy(before, after);
        if (left === undefined) return;
        const edits = putBack(left, before, after);
        // An object that held nothing before may stay, empty.
        expect(pruned(applyToValue(after, edits ?? []))).toEqual(pruned(before));
      }),
    );
  });

  it('never touches what others wrote elsewhere', () => {
    fc.assert(
      fc.property(tree, tree, tree, (before, after, others) => {
        const left = leftBy(before, after);
        if (left === undefined) return;
        const edits = putBack(left, before, { ...objectIn(after), others });
        expect(objectIn(applyToValue({ ...objectIn(after), others }, edits ?? []) as JsonValue)['others']).toEqual(others);
      }),
    );
  });
});

function pruned(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, member]) => !isEmptyObject(member)).map(([name, member]) => [name, member]));
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}
