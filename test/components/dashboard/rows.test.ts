import { afterEach, describe, expect, it } from 'vitest';
import { agentColumns } from '../../../components/dashboard/agents-rows.ts';
import { boardColumns } from '../../../components/dashboard/board-rows.ts';
import { shareLeft } from '../../../components/dashboard/countdown-bar.ts';
import { commandRows, detailRows } from '../../../components/dashboard/detail-rows.ts';
import { titleLine } from '../../../components/dashboard/header-rows.ts';
import { bindings, helpOf } from '../../../components/dashboard/keymap.ts';
import { keyRows } from '../../../components/parts/key-rows.ts';
import { footerFrom } from '../../../components/parts/keymap.ts';
import { layoutOf } from '../../../components/dashboard/layout.ts';
import { withoutEmpty } from '../../../components/dashboard/list-rows.ts';
import { screenRows } from '../../../components/dashboard/screen-rows.ts';
import { fitColumns } from '../../../components/dashboard/table-columns.ts';
import { bodyColumns, bodyRows } from '../../../components/parts/frame-size.ts';
import type { Row } from '../../../components/parts/rows.ts';
import { say } from '../../../src/terminal/safe-text.ts';
import { apiKey, setupToken, type HomeContent } from '../../support/homes.ts';
import { dashboardHome, disposeHomes, marks, Run, textOf, widestOf } from './support.ts';

const now = 1_800_000_000_000;
const dayMs = 86_400_000;
const sizes = [[44, 16], [80, 24], [120, 40], [250, 70]] as const;

afterEach(disposeHomes);

const hostile = 'anthropic:\u001B[2Jevil\u202E漢字-with-a-very-long-name-that-goes-on-and-on';

const rich: HomeContent = {
  config: {
    meta: { lastTouchedVersion: '2026.2.24' },
    agents: {
      defaults: { models: { 'anthropic/claude-opus-4-6': { params: { cacheRetention: 'long' } } } },
      list: [{ id: 'main', default: true }, { id: 'alerts', model: 'anthropic/claude-haiku-4-5' }, { id: 'other', model: 'openai/gpt-5.2' }],
    },
  },
  stores: {
    main: {
      version: 1,
      profiles: {
        'anthropic:work': { type: 'api_key', provider: 'anthropic', key: apiKey('w') },
        'anthropic:busy': { type: 'api_key', provider: 'anthropic', key: apiKey('b') },
        'anthropic:unpaid': { type: 'api_key', provider: 'anthropic', key: apiKey('u') },
        'anthropic:old': { type: 'token', provider: 'anthropic', token: setupToken('o'), expires: now - dayMs },
        [hostile]: { type: 'api_key', provider: 'anthropic', key: apiKey('h') },
      },
      usageStats: {
        'anthropic:busy': { errorCount: 2, cooldownUntil: now + 252_000, lastFailureAt: now - 48_000, failureCounts: { rate_limit: 2 } },
        'anthropic:unpaid': { errorCount: 1, disabledUntil: now + 3_600_000, disabledReason: 'billing' },
        'anthropic:work': { lastUsed: now - 60_000 },
      },
    },
    alerts: { version: 1, profiles: { 'anthropic:alerts': { type: 'token', provider: 'anthropic', token: setupToken('a'), expires: now + 20 * dayMs } } },
  },
};

async function start(content: HomeContent = rich): Promise<Run> {
  const { reading } = await dashboardHome(content);
  return new Run(reading, now);
}

describe('the screen', () => {
  it.each(sizes)('fits into %i columns and %i rows, line for line, in every mode', async (columns, rows) => {
    const run = await start();
    const room = bodyRows(rows);
    for (const focus of ['board', 'agents'] as const) {
      for (let line = 0; line < 8; line += 1) {
        const view = { state: run.state, columns: bodyColumns(columns), marks };
        const screen = screenRows(view, room);
        expect(screen.length).toBeLessThanOrEqual(room);
        // Long names in an agent's list of candidates are cut where they are drawn.
        const details = focus === 'board' ? detailRows(view) : [];
        const all = [...screen, ...details, ...commandRows(view), ...keyRows(helpOf(run.state), bodyColumns(columns))];
        expect(widestOf(all)).toBeLessThanOrEqual(bodyColumns(columns));
        expect(textOf(all).join('')).not.toMatch(/[\u001B\u202E]/);
        run.send({ type: 'move', lines: 1 });
      }
      expect(run.state.focus).toBe(focus);
      run.send({ type: 'switch' }, { type: 'move', lines: -Infinity });
    }
    expect(titleLine(run.state, bodyColumns(columns)).length).toBeLessThanOrEqual(bodyColumns(columns));
  });

  it('shows what waits, why, and what comes next', async () => {
    const run = await start();
    const text = textOf(screenRows({ state: run.state, columns: 118, marks }, 34)).join('\n');
    expect(text).toMatch(/^Next anthropic:busy back in 4:12/);
    expect(text).toMatch(/! anthropic:busy +API key +cooldown 4:12 +█████████░/);
    expect(text).toMatch(/! anthropic:unpaid +API key +disabled 1:00:00/);
    expect(text).toMatch(/✗ anthropic:old +setup-token +expired/);
    expect(text).toMatch(/✓ main \(default\) +\S+ +API, by use +long +1h +anthropic\/claude-opus-4-6/);
    expect(text).toMatch(/✓ alerts +anthropic:alerts +subscription/);
    expect(text).toMatch(/• other +not Anthropic +openai\/gpt-5.2/);
    const later = run.send({ type: 'tick', now: now + 1000 });
    expect(textOf(screenRows({ state: later.state, columns: 118, marks }, 34)).join('\n')).toMatch(/cooldown 4:11/);
  });

  it('never shows a secret', async () => {
    const run = await start();
    const view = { state: run.state, columns: 248, marks };
    const text = textOf([...screenRows(view, 64), ...detailRows(view)]).join('\n');
    for (const letter of ['w', 'b', 'u', 'h']) expect(text).not.toContain(letter.repeat(12));
  });

  it('of a thousand profiles and a thousand agents makes only the lines in sight', async () => {
    const profiles = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [`anthropic:p${index}`, { type: 'api_key', provider: 'anthropic', key: `${apiKey('x')}${index}` }]),
    );
    const list = Array.from({ length: 1000 }, (_, index) => ({ id: `agent-${index}` }));
    const run = await start({ config: { agents: { list } }, stores: { main: { version: 1, profiles } } });
    run.send({ type: 'move', lines: 500 });
    for (const [columns, rows] of sizes) {
      const screen = screenRows({ state: run.state, columns: bodyColumns(columns), marks }, bodyRows(rows));
      expect(screen.length).toBeLessThanOrEqual(bodyRows(rows));
      expect(screen.some((row) => row.some(({ text }) => text.includes('501/1000')))).toBe(true);
      expect(textOf(screen).filter((line) => line.startsWith(' ›') || line.startsWith('›'))).toHaveLength(1);
    }
  });

  it('changes from one second to the next only where something counts down', async () => {
    const profiles = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`anthropic:p${index}`, { type: 'api_key', provider: 'anthropic', key: `${apiKey('x')}${index}` }]));
    const waits = { errorCount: 1, cooldownUntil: now + 3_600_000, failureCounts: { rate_limit: 1 } };
    const run = await start({ config: {}, stores: { main: { version: 1, profiles, usageStats: { 'anthropic:p0': waits, 'anthropic:p1': waits } } } });
    const shot = (): readonly string[] => screenRows({ state: run.state, columns: bodyColumns(120), marks }, bodyRows(40)).map((row) => JSON.stringify(row));
    const before = shot();
    run.send({ type: 'tick', now: now + 1000 });
    const changed = shot().filter((row, index) => row !== before[index]);
    // What comes next, the two that wait, and what the first of them means.
    expect(changed).toHaveLength(4);
    expect(changed.join('')).toContain('59:59');
  });

  it('makes of the details no more than is in sight, and makes that alike', async () => {
    const run = (await start()).send({ type: 'switch' });
    for (const columns of [42, 118]) {
      const view = { state: run.state, columns, marks };
      const all = detailRows(view);
      expect(all.length).toBeGreaterThan(8);
      for (let most = 0; most <= all.length + 1; most += 1) expect(detailRows(view, most)).toEqual(all.slice(0, most));
    }
  });

  it('asks a list of any length once which columns are empty, not at every tick', () => {
    let asked = 0;
    const cell = (item: number): Row => {
      asked += 1;
      return [{ text: item < 900 ? say`` : say`x` }];
    };
    const columns = ['a', 'b'].map((id) => ({ id, title: say`t`, width: 1, priority: 1, cell }));
    const items = Array.from({ length: 1000 }, (_, index) => index);
    expect(withoutEmpty(columns, items)).toHaveLength(2);
    const once = asked;
    for (let tick = 0; tick < 5; tick += 1) withoutEmpty(columns, items);
    expect(asked).toBe(once);
    expect(withoutEmpty(columns, items.slice(0, 900))).toHaveLength(0);
    expect(withoutEmpty([{ id: 'a', title: say`t`, width: 1, priority: 1, isEmpty: true, cell }], items)).toHaveLength(0);
  });

  it('names the profile that is missing everywhere, and none that an agent keeps for itself', async () => {
    const run = await start({
      config: {
        auth: { profiles: { 'anthropic:gone': { provider: 'anthropic', mode: 'api_key' }, 'anthropic:own': { provider: 'anthropic', mode: 'api_key' } } },
        agents: { list: [{ id: 'main' }, { id: 'alerts' }] },
      },
      stores: { alerts: { version: 1, profiles: { 'anthropic:own': { type: 'api_key', provider: 'anthropic', key: apiKey('o') } } } },
    });
    expect(run.state.entries.map(({ key, standing }) => [key.split(' ')[1], standing.state])).toEqual(
      expect.arrayContaining([['anthropic:gone', 'unusable'], ['anthropic:own', 'chosen']]),
    );
    expect(run.state.entries).toHaveLength(2);
  });
});

describe('columns give way', () => {
  it.each([
    [250, ['profile', 'type', 'fingerprint', 'state', 'bar', 'agents', 'reason', 'ends', 'errors', 'used', 'verdict']],
    [120, ['profile', 'type', 'state', 'bar', 'agents', 'reason', 'verdict']],
    [80, ['profile', 'state', 'bar', 'agents']],
    [60, ['profile', 'state']],
    [44, ['profile', 'state']],
  ])('in their order: profiles at %i columns', async (columns, wanted) => {
    const { state } = await start();
    const placed = fitColumns(boardColumns({ state, columns, marks }), bodyColumns(columns) - 4);
    expect(placed.map(({ id }) => id)).toEqual(wanted);
    expect(placed.reduce((sum, { cells }) => sum + cells + 2, -2)).toBeLessThanOrEqual(bodyColumns(columns) - 4);
  });

  it.each([
    [120, ['agent', 'credential', 'payer', 'retention', 'ttl', 'model']],
    [80, ['agent', 'credential', 'payer', 'retention', 'ttl']],
    [44, ['agent', 'credential']],
  ])('in their order: agents at %i columns', async (columns, wanted) => {
    const { state } = await start();
    expect(fitColumns(agentColumns({ state, columns, marks }), bodyColumns(columns) - 4).map(({ id }) => id)).toEqual(wanted);
  });
});

describe('the lines of the body', () => {
  it.each([
    [10, 7, 4, { board: 7, agents: 0 }],
    [18, 7, 4, { board: 7, agents: 4 }],
    [18, 1000, 1000, { board: 8, agents: 3 }],
    [18, 1000, 1, { board: 10, agents: 1 }],
    [34, 7, 4, { board: 7, agents: 4 }],
  ])('%i are shared between %i profiles and %i agents', (rows, profiles, agents, wanted) => {
    const layout = layoutOf(rows, profiles, agents, 'board');
    expect(layout).toMatchObject(wanted);
    expect(layout.board + layout.agents + layout.detail + (layout.isSpaced ? 6 : 2)).toBeLessThanOrEqual(Math.max(rows, 18));
  });
});

describe('the bar', () => {
  it('shows the part that is left, from the failure or from the step that fits', () => {
    expect(shareLeft({ kind: 'cooldown', until: now + 30_000, since: now - 30_000 }, now)).toBe(0.5);
    expect(shareLeft({ kind: 'cooldown', until: now + 150_000, since: null }, now)).toBe(0.5);
    expect(shareLeft({ kind: 'disabled', until: now + 18_000_000, since: now + 99 }, now)).toBe(1);
    expect(shareLeft({ kind: 'cooldown', until: now - 1, since: null }, now)).toBe(0);
  });
});

describe('the keys', () => {
  it('in the footer are all in the help, and each does what it says', async () => {
    const { state } = await start();
    const help = textOf(keyRows(helpOf(state), 118)).join('\n');
    for (const { keys } of footerFrom(bindings, state)) expect(help).toContain(keys);
    const letters = bindings.filter(({ when, keys }) => when(state) && keys.length === 1).map(({ keys }) => keys);
    expect(new Set(letters).size).toBe(letters.length);
  });
});
