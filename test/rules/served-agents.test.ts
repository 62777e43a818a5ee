import { afterEach, describe, expect, it } from 'vitest';
import { turnsOf } from '../../src/rules/candidates.ts';
import { servedAgents } from '../../src/rules/served-agents.ts';
import { Secret } from '../../src/terminal/secret.ts';
import { readHome, type ReadHome } from '../support/facts.ts';
import { apiKey, threeAgentsHome } from '../support/homes.ts';

let made: ReadHome | null = null;

afterEach(async () => {
  await made?.home.dispose();
  made = null;
});

describe('the agents a credential serves', () => {
  it('are those whose choice is this profile with this very secret', async () => {
    made = await readHome(threeAgentsHome);
    const { credentials } = made.facts;
    expect(servedAgents(credentials, 'anthropic:default', new Secret(apiKey('a')))).toEqual(['main', 'research', 'alerts']);
    expect(servedAgents(credentials, 'anthropic:default', new Secret(apiKey('x')))).toEqual([]);
    expect(servedAgents(credentials, 'anthropic:other', new Secret(apiKey('a')))).toEqual([]);
  });
});

describe('profiles that take turns', () => {
  const profiles = {
    'anthropic:a': { type: 'api_key', provider: 'anthropic', key: apiKey('a') },
    'anthropic:b': { type: 'api_key', provider: 'anthropic', key: apiKey('b') },
  };

  it('are named when no order is written down', async () => {
    made = await readHome({ stores: { main: { version: 1, profiles } } });
    expect(made.facts.credentials.map(turnsOf)).toEqual([['anthropic:a', 'anthropic:b']]);
  });

  it('are none where an order is', async () => {
    made = await readHome({ stores: { main: { version: 1, profiles, order: { anthropic: ['anthropic:b', 'anthropic:a'] } } } });
    expect(made.facts.credentials.map(turnsOf)).toEqual([[]]);
  });
});
