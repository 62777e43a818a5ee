import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Candidate } from '../../src/rules/candidate.ts';
import { credentialsFor } from '../../src/rules/candidates.ts';
import { payerOfCandidate } from '../../src/rules/payer.ts';
import { safeText } from '../../src/terminal/safe-text.ts';
import { referenceWords } from '../../src/words/candidate.ts';
import { standingWords } from '../../src/words/reading.ts';
import { writeStateDatabase } from '../support/databases.ts';
import { apiKey, makeHome, setupToken, type TestHome } from '../support/homes.ts';
import { agentNamed, readHome } from '../support/read.ts';

const now = 1_790_000_000_000;
let home: TestHome | null = null;

afterEach(async () => {
  await home?.dispose();
  home = null;
});

const keyAt = (keyRef: object, more: object = {}): object => ({ type: 'api_key', provider: 'anthropic', keyRef, ...more });

async function candidateOf(profile: object, secrets: object = {}, variables: Record<string, string> = {}, version = '2026.9.6'): Promise<Candidate> {
  // A test may ask for several, one after the other.
  await home?.dispose();
  home = await makeHome({ config: { agents: { defaults: { model: 'anthropic/claude-opus-5' } }, secrets, meta: { lastTouchedVersion: version } }, files: { 'keys/one.json': '{}' } });
  const profiles = { 'anthropic:default': profile };
  if (version === '2026.9.6') await writeStateDatabase(home.stateDir, { profiles });
  else await home.write('.openclaw/agents/main/agent/auth-profiles.json', { version: 1, profiles });
  const snapshot = await readHome(home.host(variables), now);
  const { candidates } = credentialsFor(snapshot, agentNamed(snapshot, 'main'), now);
  const [candidate] = candidates;
  if (candidate === undefined) throw new Error('no candidate');
  return candidate;
}

describe('a reference to a secret', () => {
  const variable = { source: 'env', provider: 'default', id: 'WORK_KEY' };
  const file = { source: 'file', provider: 'vault', id: '/anthropic' };
  const vault = { providers: { vault: { source: 'file', path: '~/keys/one.json' } } };

  test('a variable that is set is the secret', async () => {
    const candidate = await candidateOf(keyAt(variable, { key: apiKey('x') }), {}, { WORK_KEY: `${apiKey('w')}\n` });
    expect(candidate.secret?.reveal()).toBe(apiKey('w'));
    expect(candidate).toMatchObject({ reference: { ...variable, found: true }, standing: { state: 'chosen' } });
  });

  test.each<[string, object, object, boolean | null]>([
    ['a variable that is not set', variable, {}, false],
    ['a variable of another provider than the default one', { ...variable, provider: 'mine' }, {}, false],
    ['a variable of a provider that does not allow it', variable, { providers: { default: { source: 'env', allowlist: ['OTHER'] } } }, false],
    ['a file that is there', file, vault, true],
    ['a file that is not', file, { providers: { vault: { source: 'file', path: '~/keys/none.json' } } }, false],
    ['a file of a provider that nobody declared', file, {}, false],
    ['a program', { source: 'exec', provider: 'pass', id: 'anthropic' }, { providers: { pass: { source: 'exec', command: '/bin/false' } } }, null],
    ['OpenClaw’s own store', { source: 'store', provider: 'default', id: 'anthropic' }, {}, null],
  ])('%s', async (_name, reference, secrets, found) => {
    const candidate = await candidateOf(keyAt(reference), secrets);
    expect(candidate).toMatchObject({ secret: null, reference: { ...reference, found } });
    expect(candidate.standing).toEqual(found === false ? { state: 'unusable', because: 'unresolved' } : { state: 'chosen' });
    expect(payerOfCandidate(candidate)).toBe(found === false ? 'none' : 'api');
  });

  test('of a token, and one that stands where the secret would', async () => {
    expect(await candidateOf({ type: 'token', provider: 'anthropic', tokenRef: variable }, {}, { WORK_KEY: setupToken('w') })).toMatchObject({ type: 'token', reference: { found: true } });
    expect((await candidateOf({ type: 'api_key', provider: 'anthropic', key: variable }, {}, { WORK_KEY: apiKey('w') })).secret?.reveal()).toBe(apiKey('w'));
  });

  test('is not known to 2026.2.24, which takes the key', async () => {
    const candidate = await candidateOf(keyAt(variable, { key: apiKey('x') }), {}, { WORK_KEY: apiKey('w') }, '2026.2.24');
    expect([candidate.secret?.reveal(), candidate.reference]).toEqual([apiKey('x'), null]);
  });

  test.each([
    [{ ...variable, found: true }, 'from env:WORK_KEY'],
    [{ ...variable, found: false }, 'from env:WORK_KEY, which is not set'],
    [{ ...file, found: false }, 'from file:vault:/anthropic, which is not there'],
    [{ source: 'exec', provider: 'p', id: 'x\u001B', found: null }, 'from exec:p:x\\u{1B}, not asked here'],
  ] as const)('in words: %j', (reference, words) => {
    expect(referenceWords(reference as Parameters<typeof referenceWords>[0])).toBe(words);
  });
});

test.each<[string, object, string | null]>([
  ['mode for type', { mode: 'api_key', provider: 'anthropic', key: apiKey('a') }, apiKey('a')],
  ['apiKey for key', { type: 'api_key', provider: 'anthropic', apiKey: apiKey('a') }, apiKey('a')],
  ['apiKey for the type', { type: 'apiKey', provider: 'anthropic', key: apiKey('a') }, apiKey('a')],
])('%s is understood from 2026.2.26 on', async (_name, profile, secret) => {
  expect((await candidateOf(profile)).secret?.reveal()).toBe(secret);
});

test('a replacement that is not activated, and an end that is no time, are left out with their reason', async () => {
  const replacement = await candidateOf({ type: 'api_key', provider: 'anthropic', key: apiKey('a'), setup: { replacement: { of: 'anthropic:old' } } });
  expect(replacement.standing).toEqual({ state: 'unusable', because: 'inactive' });
  const odd = await candidateOf({ type: 'token', provider: 'anthropic', token: setupToken('a'), expires: '2027-01-01' });
  expect(standingWords(odd.standing, safeText(''))).toBe('its recorded end is no time');
  expect((await candidateOf({ type: 'token', provider: 'anthropic', token: setupToken('a'), expires: '2027-01-01' }, {}, {}, '2026.2.24')).standing).toEqual({ state: 'chosen' });
});

describe('split files', () => {
  test('order and usage come from the state file, with both images kept', async () => {
    home = await makeHome({ config: { meta: { lastTouchedVersion: '2026.5.28' } }, stores: { main: { version: 1, profiles: { 'anthropic:a': keyAt({}, { key: apiKey('a') }), 'anthropic:b': keyAt({}, { key: apiKey('b') }) }, order: { anthropic: ['anthropic:a'] } } } });
    const statePath = await home.write('.openclaw/agents/main/agent/auth-state.json', { version: 1, order: { anthropic: ['anthropic:b', 'anthropic:a'] } });
    const snapshot = await readHome(home.host(), now);
    const { chosen } = credentialsFor(snapshot, agentNamed(snapshot, 'main'), now);
    expect([snapshot.installation.layout, chosen?.secret?.reveal()]).toEqual(['split-files', apiKey('b')]);
    const { sharedStore } = snapshot;
    if (sharedStore.state !== 'read' || sharedStore.from !== 'files') throw new Error('not read');
    expect([sharedStore.image?.path, sharedStore.stateImage?.path]).toEqual([join(home.stateDir, 'agents/main/agent/auth-profiles.json'), statePath]);
  });

  test('before the first split write one file holds all; a state file alone is a store without profiles', async () => {
    home = await makeHome({ config: { meta: { lastTouchedVersion: '2026.5.28' } }, stores: { main: { version: 1, profiles: { 'anthropic:a': keyAt({}, { key: apiKey('a') }) }, order: { anthropic: ['anthropic:a'] } } } });
    await home.write('.openclaw/agents/alerts/agent/auth-state.json', { version: 1, order: { anthropic: ['anthropic:x'] } });
    await home.write('.openclaw/openclaw.json', { meta: { lastTouchedVersion: '2026.5.28' }, agents: { list: [{ id: 'main' }, { id: 'alerts' }] } });
    const snapshot = await readHome(home.host(), now);
    expect(snapshot.sharedStore.state === 'read' && snapshot.sharedStore.store.order.size).toBe(1);
    expect(agentNamed(snapshot, 'alerts').store).toMatchObject({ state: 'read', from: 'files', image: null });
  });

  test('a state file that is broken is told by its own name', async () => {
    home = await makeHome({ config: { meta: { lastTouchedVersion: '2026.5.28' } }, stores: { main: { version: 1, profiles: {} } } });
    const path = await home.write('.openclaw/agents/main/agent/auth-state.json', '{');
    expect((await readHome(home.host(), now)).sharedStore).toMatchObject({ state: 'broken', path });
  });
});
