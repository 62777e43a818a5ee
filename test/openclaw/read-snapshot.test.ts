import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Snapshot } from '../../src/openclaw/snapshot.ts';
import { credentialsFor } from '../../src/rules/candidates.ts';
import { inheritanceOf } from '../../src/rules/inheritance.ts';
import { apiKeyHome, hostIn, makeHome, setupTokenHome, threeAgentsHome, type HomeContent, type TestHome } from '../support/homes.ts';
import { agentNamed, readHome } from '../support/read.ts';
import { sharedHome, sharedPresent, type SharedHome } from '../support/shared.ts';

const now = 1_790_000_000_000;
const disposables: (TestHome | SharedHome)[] = [];

afterEach(async () => {
  for (const one of disposables.splice(0)) await one.dispose();
});

async function own(content: HomeContent): Promise<TestHome> {
  const home = await makeHome(content);
  disposables.push(home);
  return home;
}

/** What can be told of a snapshot without its secrets. */
function summary(snapshot: Snapshot): unknown {
  const { installation } = snapshot;
  return {
    version: `${installation.version.text} by ${installation.versionOrigin.by}`,
    layout: `${installation.layout} because of ${installation.layoutReason.because}`,
    agents: snapshot.agents.map((agent) => {
      const { chosen } = credentialsFor(snapshot, agent, now);
      const source = chosen?.source.from === 'profile' ? chosen.source.profileId : null;
      return [agent.id, agent.isDefault, agent.model.ref, agent.model.from, agent.store.state, source, chosen?.type ?? null];
    }),
  };
}

const seen = {
  version: '2026.2.24 by config',
  layout: 'single-file because of version-and-files',
};
const opus = 'anthropic/claude-opus-4-6';
const expectations: readonly (readonly [string, HomeContent, unknown])[] = [
  ['2026.2.24-api-key', apiKeyHome, { ...seen, agents: [['main', true, opus, 'built-in', 'read', 'anthropic:default', 'api_key']] }],
  ['2026.2.24-setup-token', setupTokenHome, { ...seen, agents: [['main', true, opus, 'built-in', 'read', 'anthropic:default', 'token']] }],
  [
    '2026.2.24-three-agents',
    threeAgentsHome,
    {
      ...seen,
      agents: [
        ['main', true, opus, 'built-in', 'read', 'anthropic:default', 'api_key'],
        ['research', false, 'anthropic/claude-sonnet-4-6', 'agent', 'read', 'anthropic:default', 'api_key'],
        ['alerts', false, opus, 'built-in', 'read', 'anthropic:default', 'api_key'],
      ],
    },
  ],
];

test.each(expectations)('a home like %s is read as it is', async (_name, content, expected) => {
  const home = await own(content);
  expect(summary(await readHome(home.host(), now))).toEqual(expected);
});

describe.skipIf(!sharedPresent)('homes that the real OpenClaw wrote', () => {
  test.each(expectations)('%s', async (name, _content, expected) => {
    const home = await sharedHome(name);
    disposables.push(home);
    const snapshot = await readHome(hostIn(home.home), now);
    expect(summary(snapshot)).toEqual(expected);
    for (const agent of snapshot.agents) {
      expect(agent.agentDir).toBe(join(home.stateDir, 'agents', agent.id, 'agent'));
      expect(inheritanceOf(snapshot, agent, 'anthropic:default')).toBe(agent.id === 'main' ? 'own' : 'holds-copy');
    }
  });

  const current = { version: '2026.9.6 by config', layout: 'shared-database because of version-and-files' };
  const opus5 = 'anthropic/claude-opus-5';
  test.each([
    ['2026.9.6-api-key', { ...current, agents: [['main', true, opus5, 'defaults', 'missing', 'anthropic:default', 'api_key']] }],
    [
      '2026.9.6-three-agents',
      {
        ...current,
        agents: [
          ['main', true, opus5, 'defaults', 'missing', 'anthropic:subscription', 'token'],
          ['research', false, opus5, 'defaults', 'missing', 'anthropic:subscription', 'token'],
          ['alerts', false, opus5, 'defaults', 'read', 'anthropic:alerts', 'api_key'],
        ],
      },
    ],
  ])('%s: what its databases hold', async (name, expected) => {
    const home = await sharedHome(name);
    disposables.push(home);
    const snapshot = await readHome(hostIn(home.home), now);
    expect(summary(snapshot)).toEqual(expected);
    expect(snapshot.sharedStore).toMatchObject({ from: 'database', path: join(home.stateDir, 'state/openclaw.sqlite'), schema: { version: 18, isKnown: true, openclaw: '2026.9.6' } });
  });
});

test('an agent whose agentDir is the main one shares its store, which is read once', async () => {
  const home = await own({
    ...apiKeyHome,
    config: { agents: { list: [{ id: 'a', agentDir: '~/.openclaw/agents/main/agent' }] } },
  });
  const snapshot = await readHome(home.host(), now);
  expect(agentNamed(snapshot, 'a').store).toBe(snapshot.sharedStore);
});

test('OPENCLAW_AGENT_DIR moves what all agents inherit, not an agent dir', async () => {
  const home = await own({ config: {}, files: { 'elsewhere/auth-profiles.json': JSON.stringify(apiKeyHome.stores?.['main']) } });
  await symlink(join(home.home, 'elsewhere'), join(home.home, 'link'));
  const snapshot = await readHome(home.host({ OPENCLAW_AGENT_DIR: '~/link' }), now);
  expect(snapshot.sharedStore.state).toBe('read');
  expect(agentNamed(snapshot, 'main').store.state).toBe('missing');
  expect(inheritanceOf(snapshot, agentNamed(snapshot, 'main'), 'anthropic:default')).toBe('inherits');
});

test('a broken config counts as empty, as for OpenClaw: the store is still read', async () => {
  const home = await own({ ...threeAgentsHome, config: '{ agents: { list: [ }' });
  const snapshot = await readHome(home.host(), now);
  expect(snapshot.config.state).toBe('broken');
  expect(snapshot.agents.map(({ id }) => id)).toEqual(['main']);
  expect(credentialsFor(snapshot, agentNamed(snapshot, 'main'), now).chosen?.type).toBe('api_key');
});

test('a snapshot is frozen, carries its time, and shows no stored credential', async () => {
  const home = await own(threeAgentsHome);
  const snapshot = await readHome(home.host({ ANTHROPIC_API_KEY: 'sk-ant-api03-visible' }), now);
  expect(snapshot.takenAt).toBe(now);
  for (const part of [snapshot, snapshot.installation, snapshot.config, snapshot.agents, snapshot.agents[0], snapshot.sharedStore, snapshot.variables]) {
    expect(Object.isFrozen(part)).toBe(true);
  }
  const shown = JSON.stringify(snapshot, (_key, value: unknown) => (value instanceof Map ? [...value] : value));
  expect(shown).not.toContain('sk-ant');
});
