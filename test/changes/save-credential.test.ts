import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import JSON5 from 'json5';
import { afterEach, describe, expect, it } from 'vitest';
import { applyChange } from '../../src/changes/apply.ts';
import type { Change, FileChange } from '../../src/changes/change.ts';
import { planSaveCredential } from '../../src/changes/save-credential.ts';
import type { PlanWarning, RefusalReason, SaveCredentialWish } from '../../src/changes/save-plan.ts';
import type { Snapshot } from '../../src/openclaw/snapshot.ts';
import { Secret } from '../../src/terminal/secret.ts';
import { apiKey, apiKeyHome, makeHome, setupToken, setupTokenHome, threeAgentsHome } from '../support/homes.ts';
import type { HomeContent, TestHome } from '../support/homes.ts';
import { readHome } from '../support/read.ts';
import { sharedHome, sharedPresent } from '../support/shared.ts';

const now = Date.UTC(2026, 10, 22);
const newKey = apiKey('n');
const homes: { dispose: () => Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(homes.splice(0).map((home) => home.dispose()));
});

async function open(content: HomeContent): Promise<TestHome> {
  const home = await makeHome(content);
  homes.push(home);
  return home;
}

async function snapshotOf(content: HomeContent, variables: Readonly<Record<string, string>> = {}): Promise<Snapshot> {
  const home = await open(content);
  return readHome(home.host(variables), now);
}

function wish(more: Partial<SaveCredentialWish> = {}): SaveCredentialWish {
  return { agentIds: 'all', profileId: 'anthropic:default', credential: { type: 'api_key', secret: new Secret(newKey) }, defaultModel: null, ...more };
}

const token = (expires: number | null): SaveCredentialWish['credential'] => ({ type: 'token', secret: new Secret(setupToken('n')), expires });

function planned(snapshot: Snapshot, given: SaveCredentialWish): { readonly change: Change; readonly warnings: readonly PlanWarning[] } {
  const result = planSaveCredential(snapshot, given, now);
  if (result.state !== 'planned') {
    throw new Error(`refused: ${result.reason.code}`);
  }
  return result;
}

function refused(snapshot: Snapshot, given: SaveCredentialWish): RefusalReason {
  const result = planSaveCredential(snapshot, given, now);
  if (result.state !== 'refused') {
    throw new Error('not refused');
  }
  return result.reason;
}

/** The new text of one file, found by the end of its path. */
function textOf(change: Change, end: string): string {
  return fileOf(change, end)?.after.reveal() ?? 'not in the change';
}

function fileOf(change: Change, end: string): FileChange | undefined {
  return change.files.find(({ path }) => path.endsWith(end));
}

function json(change: Change, end: string): Record<string, unknown> {
  return JSON5.parse<Record<string, unknown>>(textOf(change, end));
}

const store = (agent: string): string => `agents/${agent}/agent/auth-profiles.json`;

describe('saving into an empty home', () => {
  it('writes the store and a minimal config the way OpenClaw formats them', async () => {
    const { change, warnings } = planned(await snapshotOf({}), wish());
    const profile = { type: 'api_key', provider: 'anthropic', key: newKey };
    expect(textOf(change, store('main'))).toBe(`${JSON.stringify({ version: 1, profiles: { 'anthropic:default': profile } }, null, 2)}\n`);
    const config = { auth: { profiles: { 'anthropic:default': { provider: 'anthropic', mode: 'api_key' } } } };
    expect(textOf(change, 'openclaw.json')).toBe(`${JSON.stringify(config, null, 2)}\n`);
    expect(change.files.map(({ kind, expected, changes }) => ({ kind, expected, changes }))).toEqual([
      { kind: 'auth-store', expected: null, changes: true },
      { kind: 'config', expected: null, changes: true },
    ]);
    expect(warnings).toEqual([]);
  });

  it.skipIf(!sharedPresent).each([
    ['2026.2.24-api-key', 'key'],
    ['2026.2.24-setup-token', 'token'],
  ])('makes the same bytes as the onboarding of the real OpenClaw (%s)', async (name, field) => {
    const real = await sharedHome(name);
    homes.push(real);
    const realStore = await readFile(join(real.stateDir, store('main')), 'utf8');
    const profile: Record<string, unknown> = JSON.parse(realStore).profiles['anthropic:default'];
    const secret = new Secret(String(profile[field]));
    const credential: SaveCredentialWish['credential'] =
      field === 'key' ? { type: 'api_key', secret } : { type: 'token', secret, expires: Number(profile['expires']) };
    const { change } = planned(await snapshotOf({}), wish({ credential }));
    expect(textOf(change, store('main'))).toBe(realStore);
    const realConfig = JSON5.parse<{ auth: unknown }>(await readFile(join(real.stateDir, 'openclaw.json'), 'utf8'));
    expect(json(change, 'openclaw.json')['auth']).toEqual(realConfig.auth);
  });

  it('is read back by us as the profile that was saved', async () => {
    const home = await open({});
    const { change } = planned(await readHome(home.host(), now), wish({ credential: token(now + 1000) }));
    expect(await applyChange(change, { now: Date.now, configLock: false, settle: { firstMs: 0, nextMs: 0 } })).toMatchObject({ state: 'applied', durable: true });
    const after = await readHome(home.host(), now);
    const profile = after.sharedStore.state === 'read' ? after.sharedStore.store.profiles.get('anthropic:default') : undefined;
    expect(profile).toMatchObject({ type: 'token', expires: now + 1000 });
    expect(profile?.secret?.reveal()).toBe(setupToken('n'));
    expect(planned(after, wish({ credential: token(now + 1000) })).change.files.some(({ changes }) => changes)).toBe(false);
  });
});

describe('replacing a credential', () => {
  it('changes the key alone and leaves what it does not know', async () => {
    const profile = { type: 'api_key', provider: 'anthropic', key: apiKey('o'), email: 'a@b.c', metadata: { x: 'y' }, future: true };
    const content = { version: 1, profiles: { 'anthropic:default': profile }, usageStats: { 'anthropic:default': { lastUsed: 5 } }, unknown: 1 };
    const { change } = planned(await snapshotOf({ ...apiKeyHome, stores: { main: content } }), wish());
    expect(textOf(change, store('main'))).toBe(`${JSON.stringify(content, null, 2)}\n`.replace(apiKey('o'), newKey));
    expect(fileOf(change, 'openclaw.json')?.changes).toBe(false);
  });

  it('never leaves the old expiry with a new token', async () => {
    const { change } = planned(await snapshotOf(setupTokenHome), wish({ credential: token(null) }));
    expect(json(change, store('main'))['profiles']).toEqual({ 'anthropic:default': { type: 'token', provider: 'anthropic', token: setupToken('n') } });
  });

  it('drops a reference that would win over the new key', async () => {
    const profile = { type: 'api_key', provider: 'anthropic', key: apiKey('o'), keyRef: { source: 'env', id: 'X' } };
    const { change } = planned(await snapshotOf({ ...apiKeyHome, stores: { main: { version: 1, profiles: { 'anthropic:default': profile } } } }), wish());
    expect(json(change, store('main'))['profiles']).toEqual({ 'anthropic:default': { type: 'api_key', provider: 'anthropic', key: newKey } });
  });

  it('shows neither the old nor the new secret in the diff', async () => {
    const { change } = planned(await snapshotOf(apiKeyHome), wish());
    const shown = change.files.flatMap(({ diff }) => diff.map(({ mark, text }) => `${mark}${text}`)).join('\n');
    expect(shown).toContain('-      "key": "sk-ant-api03-…aaAA"');
    expect(shown).toContain('+      "key": "sk-ant-api03-…nnAA"');
    expect(shown).not.toContain('nnnn');
    expect(shown).not.toContain('aaaa');
  });
});

describe('which stores change', () => {
  it('for all agents: main and every own copy, which would win over it', async () => {
    const { change } = planned(await snapshotOf(threeAgentsHome), wish());
    const changed = change.files.filter(({ changes }) => changes).map(({ path }) => path.split('/.openclaw/')[1]);
    expect(changed).toEqual([store('main'), store('research'), store('alerts')]);
    for (const agent of ['main', 'research', 'alerts']) {
      expect(textOf(change, store(agent))).toContain(newKey);
    }
  });

  it('for all agents: an agent that inherits gets no copy, but its own order lets the new one in', async () => {
    const stores = { main: { version: 1, profiles: {} }, alerts: { version: 1, profiles: {}, order: { anthropic: ['anthropic:old'] } }, research: { version: 1, profiles: {} } };
    const { change } = planned(await snapshotOf({ ...threeAgentsHome, stores }), wish());
    expect(change.files.map(({ path }) => path.split('/.openclaw/')[1])).toEqual([store('main'), store('alerts'), 'openclaw.json']);
    expect(json(change, store('alerts'))).toEqual({ version: 1, profiles: {}, order: { anthropic: ['anthropic:default', 'anthropic:old'] } });
  });

  it('for one agent: its own store alone, made when it has none', async () => {
    const { change } = planned(await snapshotOf({ ...threeAgentsHome, stores: { main: { version: 1, profiles: {} } } }), wish({ agentIds: ['alerts'] }));
    expect(change.files.map(({ path }) => path.split('/.openclaw/')[1])).toEqual([store('alerts'), 'openclaw.json']);
    expect(fileOf(change, store('alerts'))?.expected).toBeNull();
  });

  it('for one agent that follows the order of main: gets its own order with the new one first', async () => {
    const main = { version: 1, profiles: { 'anthropic:a': { type: 'api_key', provider: 'anthropic', key: apiKey('o') } }, order: { anthropic: ['anthropic:a'] } };
    const { change } = planned(await snapshotOf({ ...threeAgentsHome, stores: { main } }), wish({ agentIds: ['alerts'] }));
    expect(json(change, store('alerts'))['order']).toEqual({ anthropic: ['anthropic:default', 'anthropic:a'] });
  });

  it('leaves an order that has the profile already', async () => {
    const { change } = planned(await snapshotOf(threeAgentsHome), wish());
    expect(json(change, store('alerts'))['order']).toEqual({ anthropic: ['anthropic:default'] });
  });
});

describe('the config', () => {
  const handWritten = `// mine\r\n{\r\n\tauth: { // who\r\n\t\tprofiles: {\r\n\t\t\t'anthropic:old': {provider: 'anthropic', mode: 'token'}, // old one\r\n\t\t},\r\n\t},\r\n\tagents: {defaults: {model: 'anthropic/claude-opus-4-6'}},\r\n\t// end\r\n}`;

  it('keeps every byte of a hand-written config beside the new entries', async () => {
    const { change } = planned(await snapshotOf({ config: handWritten }), wish({ defaultModel: 'anthropic/claude-sonnet-4-6' }));
    const entry = `\r\n\t\t\t'anthropic:default': {\r\n\t\t\t\tprovider: 'anthropic',\r\n\t\t\t\tmode: 'api_key'\r\n\t\t\t},`;
    const order = `\r\n\t\torder: {\r\n\t\t\tanthropic: [\r\n\t\t\t\t'anthropic:default',\r\n\t\t\t\t'anthropic:old'\r\n\t\t\t]\r\n\t\t},`;
    const expected = handWritten
      .replace('// old one', `// old one${entry}`)
      .replace('\t\t},\r\n\t},', `\t\t},${order}\r\n\t},`)
      .replace('claude-opus-4-6', 'claude-sonnet-4-6');
    expect(textOf(change, 'openclaw.json')).toBe(expected);
  });

  it('puts the id first in an order that is there, and makes none while all modes are the same', async () => {
    const profiles = { 'anthropic:a': { provider: 'anthropic', mode: 'api_key' } };
    const first = planned(await snapshotOf({ config: { auth: { profiles, order: { anthropic: ['anthropic:a', 'anthropic:default'] } } } }), wish());
    expect(json(first.change, 'openclaw.json')['auth']).toMatchObject({ order: { anthropic: ['anthropic:default', 'anthropic:a'] } });
    const none = planned(await snapshotOf({ config: { auth: { profiles } } }), wish());
    expect(json(none.change, 'openclaw.json')['auth']).not.toHaveProperty('order');
  });

  it('keeps the email of an entry and the fallbacks of a model', async () => {
    const auth = { profiles: { 'anthropic:default': { provider: 'anthropic', mode: 'api_key', email: 'a@b.c' } } };
    const config = { auth, agents: { defaults: { model: { primary: 'x/y', fallbacks: ['p/q'] } } } };
    const { change } = planned(await snapshotOf({ config }), wish({ defaultModel: 'anthropic/m' }));
    expect(json(change, 'openclaw.json')).toEqual({ auth, agents: { defaults: { model: { primary: 'anthropic/m', fallbacks: ['p/q'] } } } });
    const fresh = planned(await snapshotOf({ config: { auth } }), wish({ defaultModel: 'anthropic/m' }));
    expect(json(fresh.change, 'openclaw.json')['agents']).toEqual({ defaults: { model: { primary: 'anthropic/m' } } });
  });

  it('leaves entries of an included file to that file, and says which', async () => {
    const config = { $include: './auth.json5', agents: {} };
    const reason = refused(await snapshotOf({ config, files: { '.openclaw/auth.json5': "{auth: {order: {anthropic: ['x']}}}" } }), wish());
    expect(reason).toMatchObject({ code: 'include', files: [expect.stringMatching(/auth\.json5$/u)] });
  });

  it('does not start a second order beside the one in an included file: OpenClaw joins the two', async () => {
    const config = { $include: './auth.json5', auth: { profiles: {} } };
    const reason = refused(await snapshotOf({ config, files: { '.openclaw/auth.json5': "{auth: {order: {anthropic: ['x']}}}" } }), wish());
    expect(reason).toMatchObject({ code: 'include', at: ['auth', 'order', 'anthropic'] });
  });

  it('adds beside an included file that says nothing of it', async () => {
    const config = '{ $include: "./channels.json5" }';
    const { change } = planned(await snapshotOf({ config, files: { '.openclaw/channels.json5': '{channels: {}}' } }), wish());
    expect(json(change, 'openclaw.json')).toEqual({ $include: './channels.json5', auth: { profiles: { 'anthropic:default': { provider: 'anthropic', mode: 'api_key' } } } });
  });
});

const listing = (entry: object): HomeContent => ({ config: { auth: { profiles: { 'anthropic:default': entry } } } });

describe('what is refused', () => {
  it('another layout', async () => {
    const snapshot = await snapshotOf(apiKeyHome);
    const other: Snapshot = { ...snapshot, installation: { ...snapshot.installation, layout: 'shared-database' } };
    expect(refused(other, wish())).toEqual({ code: 'layout', layout: 'shared-database' });
  });

  it('a torn store and a broken config, before anything is planned on top of them', async () => {
    expect(refused(await snapshotOf({ stores: { main: '{"version":1,"pro' } }), wish())).toMatchObject({ code: 'broken-store', problem: { kind: 'syntax' } });
    expect(refused(await snapshotOf({ config: '{ auth: ' }), wish())).toMatchObject({ code: 'broken-config' });
    expect(refused(await snapshotOf({ ...threeAgentsHome, stores: { alerts: 'x' } }), wish())).toMatchObject({ code: 'broken-store' });
  });

  it('an id of another type in any store, with a free one to use instead', async () => {
    expect(refused(await snapshotOf(setupTokenHome), wish())).toMatchObject({ code: 'other-type', found: 'token', proposedId: 'anthropic:api-key' });
    const taken = { 'anthropic:default': { type: 'token', provider: 'anthropic', token: 'x' }, 'anthropic:api-key': { type: 'oauth', provider: 'anthropic', access: 'y', refresh: 'z', expires: 1 } };
    const reason = refused(await snapshotOf({ ...threeAgentsHome, stores: { alerts: { version: 1, profiles: taken } } }), wish({ agentIds: ['research'] }));
    expect(reason).toMatchObject({ code: 'other-type', path: expect.stringContaining('alerts'), proposedId: 'anthropic:api-key-2' });
  });

  it('an id that the config lists with another mode or provider', async () => {
    expect(refused(await snapshotOf(listing({ provider: 'anthropic', mode: 'oauth' })), wish())).toMatchObject({ code: 'other-type', found: 'oauth' });
    expect(refused(await snapshotOf(listing({ provider: 'openai', mode: 'api_key' })), wish())).toMatchObject({ code: 'other-type', found: 'other' });
  });

  it('an unknown agent, and names that are none', async () => {
    expect(refused(await snapshotOf(apiKeyHome), wish({ agentIds: ['ghost'] }))).toEqual({ code: 'unknown-agent', agentId: 'ghost' });
    expect(refused(await snapshotOf(apiKeyHome), wish({ profileId: '__proto__' }))).toMatchObject({ code: 'profile-id' });
    expect(refused(await snapshotOf(apiKeyHome), wish({ profileId: ' ' }))).toMatchObject({ code: 'profile-id' });
  });

  it('a key that stands twice in the way', async () => {
    expect(refused(await snapshotOf({ config: '{\n auth: {},\n auth: {} }' }), wish())).toMatchObject({ code: 'edit', problem: 'duplicate-key', line: 3 });
  });
});

const codes = (warnings: readonly PlanWarning[]): string[] => warnings.map(({ code }) => code);

const withUsage = (until: number): HomeContent => ({
  ...apiKeyHome,
  stores: { main: { version: 1, profiles: { 'anthropic:default': { type: 'api_key', provider: 'anthropic', key: apiKey('o') } }, usageStats: { 'anthropic:default': { cooldownUntil: until } } } },
});

describe('what is warned of', () => {
  const other = { 'anthropic:other': { type: 'api_key', provider: 'anthropic', key: apiKey('o') } };

  it('profiles that the new list in auth.profiles shuts out, unless an order names them', async () => {
    const unordered = planned(await snapshotOf({ config: {}, stores: { main: { version: 1, profiles: other } } }), wish());
    expect(unordered.warnings).toContainEqual({ code: 'unlisted-profiles', profileIds: ['anthropic:other'] });
    const ordered = planned(await snapshotOf({ config: {}, stores: { main: { version: 1, profiles: other, order: { anthropic: ['anthropic:other'] } } } }), wish());
    expect(codes(ordered.warnings)).not.toContain('unlisted-profiles');
    const listed = planned(await snapshotOf({ ...apiKeyHome, stores: { main: { version: 1, profiles: { ...other, 'anthropic:default': { type: 'api_key', provider: 'anthropic', key: apiKey('o') } } } } }), wish());
    expect(codes(listed.warnings)).not.toContain('unlisted-profiles');
  });

  it('a cooldown that saving does not end, and only one that is not over', async () => {
    const { warnings } = planned(await snapshotOf(withUsage(now + 5)), wish());
    expect(warnings).toEqual([{ code: 'cooldown-stays', profileId: 'anthropic:default', until: now + 5 }]);
    expect(planned(await snapshotOf(withUsage(now)), wish()).warnings).toEqual([]);
  });

  it('a gateway restart when auth in the config changes, not when only the model does', async () => {
    const home = { ...apiKeyHome };
    expect(codes(planned(await snapshotOf(home), wish({ defaultModel: 'anthropic/m' })).warnings)).toEqual([]);
    expect(codes(planned(await snapshotOf(home), wish({ profileId: 'anthropic:second' })).warnings)).toEqual(['gateway-restart']);
  });

  it('a variable that was in use and no longer will be', async () => {
    const variables = { ANTHROPIC_API_KEY: apiKey('v') };
    expect(planned(await snapshotOf({}, variables), wish()).warnings).toEqual([{ code: 'variable-ignored', name: 'ANTHROPIC_API_KEY' }]);
    expect(codes(planned(await snapshotOf(apiKeyHome, variables), wish()).warnings)).toEqual([]);
  });
});
