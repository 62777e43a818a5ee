import { afterEach, expect, test } from 'vitest';
import { copyDiffers, inheritanceOf } from '../../src/rules/inheritance.ts';
import { effectiveStore } from '../../src/rules/store-merge.ts';
import { apiKey, makeHome, type TestHome } from '../support/homes.ts';
import { agentNamed, readHome } from '../support/read.ts';

let home: TestHome | null = null;
afterEach(async () => {
  await home?.dispose();
});

const key = (letter: string): object => ({ type: 'api_key', provider: 'anthropic', key: apiKey(letter) });

test('how each agent comes by a profile', async () => {
  home = await makeHome({
    config: { agents: { list: [{ id: 'main' }, { id: 'copy' }, { id: 'stale' }, { id: 'none' }, { id: 'broken' }] } },
    stores: {
      main: { profiles: { shared: key('a') }, usageStats: { shared: { errorCount: 1 } }, order: { anthropic: ['shared'] } },
      copy: { profiles: { shared: key('a'), mine: key('m') } },
      stale: { profiles: { shared: key('b') }, usageStats: { shared: { errorCount: 9 } } },
      broken: '{',
    },
  });
  const snapshot = await readHome(home.host(), 0);
  const told = snapshot.agents.map((agent) => [
    agent.id,
    inheritanceOf(snapshot, agent, 'shared'),
    copyDiffers(snapshot, agent, 'shared'),
    inheritanceOf(snapshot, agent, 'mine'),
  ]);
  expect(told).toEqual([
    ['main', 'own', false, null],
    ['copy', 'holds-copy', false, 'own'],
    ['stale', 'holds-copy', true, null],
    ['none', 'inherits', false, null],
    ['broken', 'inherits', false, null],
  ]);

  const stale = effectiveStore(snapshot, agentNamed(snapshot, 'stale'));
  expect(stale.profiles.get('shared')?.secret?.reveal()).toBe(apiKey('b'));
  expect(stale.usage.get('shared')?.errorCount).toBe(9);
  expect(stale.order.get('anthropic')).toEqual(['shared']);
});
