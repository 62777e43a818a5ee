import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Layout } from '../../src/openclaw/installation.ts';
import { decideLayout, findStores, type StoreEvidence } from '../../src/openclaw/layout.ts';
import { localFiles } from '../../src/openclaw/local-files.ts';
import { parseVersion } from '../../src/openclaw/version.ts';
import { layoutReasonWords } from '../../src/words/reading.ts';
import { makeHome, type TestHome } from '../support/homes.ts';

const none: StoreEvidence = { profiles: null, authState: null, agentDatabase: null, stateDatabase: null };
const profiles: StoreEvidence = { ...none, profiles: '/a/auth-profiles.json' };
const split: StoreEvidence = { ...profiles, authState: '/a/auth-state.json' };
const agentDatabase: StoreEvidence = { ...none, agentDatabase: '/a/openclaw-agent.sqlite' };
const shared: StoreEvidence = { ...none, stateDatabase: '/s/state/openclaw.sqlite' };

let home: TestHome | null = null;
afterEach(async () => {
  await home?.dispose();
  home = null;
});

describe('the layout by version and files', () => {
  test.each<[string, StoreEvidence, Layout, string]>([
    ['2026.2.24', none, 'single-file', 'version'],
    ['2026.2.24', profiles, 'single-file', 'version-and-files'],
    ['2026.4.10', none, 'single-file', 'version'],
    ['2026.4.10', profiles, 'single-file', 'version-and-files'],
    ['2026.4.10', split, 'split-files', 'version-and-files'],
    ['2026.4.22', profiles, 'split-files', 'version-and-files'],
    ['2026.6.4', split, 'split-files', 'version-and-files'],
    ['2026.6.5', none, 'agent-database', 'version'],
    ['2026.6.5', agentDatabase, 'agent-database', 'version-and-files'],
    ['2026.7.1', { ...agentDatabase, profiles: '/a/auth-profiles.json' }, 'agent-database', 'version-and-files'],
    ['2026.8.1', shared, 'shared-database', 'version-and-files'],
    ['2026.9.6', { ...shared, ...agentDatabase, stateDatabase: shared.stateDatabase }, 'shared-database', 'version-and-files'],
    ['2026.9.6', agentDatabase, 'shared-database', 'version-and-files'],
    ['2026.9.6', { ...shared, profiles: '/a/auth-profiles.json' }, 'shared-database', 'version-and-files'],
    ['2026.9.6', none, 'shared-database', 'version'],
  ])('%s with %j keeps credentials as %s (%s)', (version, found, layout, because) => {
    expect(decideLayout(parseVersion(version), found)).toEqual({ layout, reason: { because } });
  });

  test.each<[string, StoreEvidence, string]>([
    ['2026.2.24', split, '/a/auth-state.json'],
    ['2026.2.24', { ...profiles, agentDatabase: '/a/openclaw-agent.sqlite' }, '/a/openclaw-agent.sqlite'],
    ['2026.2.24', shared, '/s/state/openclaw.sqlite'],
    ['2026.5.20', agentDatabase, '/a/openclaw-agent.sqlite'],
    ['2026.6.5', profiles, '/a/auth-profiles.json'],
    ['2026.9.6', profiles, '/a/auth-profiles.json'],
  ])('%s with %j is read only, and the file that does not fit is named', (version, found, file) => {
    const decision = decideLayout(parseVersion(version), found);
    expect(decision.layout).toBe('unknown');
    expect(decision.reason).toMatchObject({ because: 'disagreement', found: file });
    expect(layoutReasonWords(decision.reason)).toContain(file);
  });

  test.each<[StoreEvidence, Layout, string]>([
    [none, 'single-file', 'assumed'],
    [profiles, 'single-file', 'files'],
    [split, 'split-files', 'files'],
    [agentDatabase, 'agent-database', 'files'],
    [shared, 'shared-database', 'files'],
    [{ ...shared, profiles: '/a/auth-profiles.json' }, 'unknown', 'disagreement'],
  ])('without a version, %j means %s', (found, layout, because) => {
    expect(decideLayout(null, found)).toMatchObject({ layout, reason: { because } });
  });
});

test('a stray store of any agent is found, and one in a main agent dir that lies elsewhere', async () => {
  home = await makeHome({ stores: { alerts: { profiles: {} } } });
  await home.write('else/auth-state.json', '{}');
  const found = await findStores(home.stateDir, join(home.home, 'else'), localFiles);
  expect(found).toEqual({
    ...none,
    profiles: join(home.stateDir, 'agents/alerts/agent/auth-profiles.json'),
    authState: join(home.home, 'else/auth-state.json'),
  });
});

test.each([
  ['2026.2.24', [2026, 2, 24]],
  [' v2026.12.3 ', [2026, 12, 3]],
  ['2026.8.1-beta.2', [2026, 8, 1]],
  ['2026.8.1+build.5', [2026, 8, 1]],
])('%s is a version', (text, expected) => {
  const { year, month, patch } = parseVersion(text) ?? {};
  expect([year, month, patch]).toEqual(expected);
});

test.each(['', 'latest', '2026.2', '26.2.24', '2026.2.24.1', '2026.2.24 ; rm', '2026.x.1'])('"%s" is no version', (text) => {
  expect(parseVersion(text)).toBeNull();
});
