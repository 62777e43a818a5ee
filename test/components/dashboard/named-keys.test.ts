import { afterEach, describe, expect, it } from 'vitest';
import { noKey } from '../../../components/linear/no-key.ts';
import { commandRows, detailRows } from '../../../components/dashboard/detail-rows.ts';
import { eventOf } from '../../../components/dashboard/keymap.ts';
import type { Mode, TableName } from '../../../components/dashboard/state.ts';
import { apiKey, setupToken, type HomeContent } from '../../support/homes.ts';
import { dashboardHome, disposeHomes, marks, Run, textOf } from './support.ts';

const now = Date.UTC(2026, 10, 26);

afterEach(disposeHomes);

/** Profiles for which something is to be done, and an agent with nothing to use. */
const faulty: HomeContent = {
  config: { meta: { lastTouchedVersion: '2026.2.24' }, auth: { profiles: { 'anthropic:mode': { provider: 'anthropic', mode: 'oauth' }, 'anthropic:gone': { provider: 'anthropic', mode: 'api_key' }, 'anthropic:old': { provider: 'anthropic', mode: 'token' } } } },
  stores: {
    main: {
      version: 1,
      profiles: {
        'anthropic:old': { type: 'token', provider: 'anthropic', token: setupToken('c'), expires: now - 1 },
        'anthropic:mode': { type: 'api_key', provider: 'anthropic', key: apiKey('b') },
      },
      order: { anthropic: ['anthropic:old', 'anthropic:mode', 'anthropic:gone'] },
    },
  },
};

const press = { key: noKey, page: 10 };

describe('a key that the words on a line name', () => {
  it.each([
    ['board', 'tables', ['a', 'a', 'y']],
    ['board', 'detail', ['a', 'a', 'y']],
    ['agents', 'tables', ['a']],
    ['agents', 'detail', ['a']],
  ] satisfies readonly (readonly [TableName, Mode['name'], readonly string[]])[])('works where they are read: %s, %s', async (focus, name, keys) => {
    const run = new Run((await dashboardHome(faulty)).reading, now);
    if (focus === 'agents') run.send({ type: 'switch' });
    const named: string[] = [];
    for (let line = 0; line < run.state.shown[focus].length; line += 1) {
      const state = { ...run.state, mode: { name } };
      const [, key] = /[Pp]ress (\w)\b/.exec(textOf(detailRows({ state, columns: 200, marks })).join(' ')) ?? [];
      if (key !== undefined) {
        named.push(key);
        expect(eventOf(state, { ...press, input: key })).not.toBeNull();
      }
      run.send({ type: 'move', lines: 1 });
    }
    expect(named.toSorted()).toEqual(keys);
  });

  it('is not named under y, where the commands themselves stand', async () => {
    const run = new Run((await dashboardHome(faulty)).reading, now);
    for (const entry of run.state.shown.board) {
      expect(textOf(commandRows({ state: run.state, columns: 200, marks })).join(' '), entry.key).not.toMatch(/[Pp]ress \w\b/);
      run.send({ type: 'move', lines: 1 });
    }
  });
});
