import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/openclaw/snapshot.ts';
import { listAgents, normaliseAgentId, type AgentPlaces } from '../../src/rules/agents.ts';

const places: AgentPlaces = { home: '/h', workingDirectory: '/w', stateDir: '/h/.openclaw' };

function listed(agents: JsonObject): unknown[] {
  return listAgents({ agents }, places).map(({ id, isDefault }) => (isDefault ? `${id}*` : id));
}

test.each([
  ['Alerts', 'alerts'],
  [' a_b-c ', 'a_b-c'],
  ['My Agent!', 'my-agent'],
  ['--x--', 'x'],
  ['_x', '_x'],
  ['ключ', 'main'],
  ['', 'main'],
  ['../../etc', 'etc'],
  ['a'.repeat(70), 'a'.repeat(64)],
])('the id "%s" is %s', (written, id) => {
  expect(normaliseAgentId(written)).toBe(id);
});

test('no id leads out of the agents directory', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (written) => {
      const [agent] = listAgents({ agents: { list: [{ id: written }] } }, places);
      expect(agent?.agentDir).toMatch(/^\/h\/\.openclaw\/agents\/[a-z0-9_-]{1,64}\/agent$/);
    }),
  );
});

describe('the agents of a config', () => {
  test.each<[JsonObject, unknown[]]>([
    [{}, ['main*']],
    [{ list: [] }, ['main*']],
    [{ list: 'x' }, ['main*']],
    [{ list: [{ id: 'a' }, { id: 'b' }] }, ['a*', 'b']],
    [{ list: [{ id: 'a' }, { id: 'b', default: true }, { id: 'c', default: true }] }, ['a', 'b*', 'c']],
    [{ list: [{ id: 'A' }, { id: 'a', default: true }, { id: 'b' }] }, ['a*', 'b']],
    [{ list: [{ id: 'b' }, { id: 'A' }, { id: 'a', default: true }] }, ['b', 'a*']],
    [{ list: [null, 'x', { name: 'n' }] }, ['main*']],
    [{ entries: { main: {}, alerts: {} } }, ['main*', 'alerts']],
    [{ entries: { a: {}, b: {} }, defaults: { systemAgent: { agentId: 'B' } } }, ['a', 'b*']],
    [{ entries: { a: {} }, list: [{ id: 'b' }] }, ['a*']],
    [{ entries: {}, list: [{ id: 'b' }] }, ['b*']],
  ])('%j has %j', (agents, expected) => {
    expect(listed(agents)).toEqual(expected);
  });

  test.each([
    ['~/x', '/h/x'],
    ['~', '/h'],
    ['~other/x', '/w/~other/x'],
    ['x', '/w/x'],
    [' /x/../y ', '/y'],
    ['', '/h/.openclaw/agents/a/agent'],
    [5, '/h/.openclaw/agents/a/agent'],
  ])('agentDir %j is %s', (agentDir, expected) => {
    expect(listAgents({ agents: { list: [{ id: 'A', agentDir, name: ' N ' }] } }, places)).toMatchObject([
      { id: 'a', writtenId: 'A', name: 'N', agentDir: expected },
    ]);
  });

  test('of two agents with one id the first counts', () => {
    const agents = listAgents({ agents: { list: [{ id: 'A', name: 'first' }, { id: 'a', name: 'second' }] } }, places);
    expect(agents.map(({ name }) => name)).toEqual(['first']);
  });
});
