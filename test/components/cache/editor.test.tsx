import { Box } from 'ink';
import { render } from 'ink-testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { EditorBody } from '../../../components/cache/EditorBody.tsx';
import type { EditorEffect, EditorEvent, EditorState } from '../../../components/cache/state.ts';
import { planWish } from '../../../components/cache/plan-wish.ts';
import { initialEditor, update } from '../../../components/cache/update.ts';
import { cachePage } from '../../../components/linear/cache-page.ts';
import { rowText } from '../../../components/linear/page-lines.ts';
import { BodyWidthContext } from '../../../components/parts/body-width.ts';
import { ThemeContext } from '../../../components/theme.ts';
import type { CacheFacts } from '../../../src/changes/cache-plan.ts';
import { safeText } from '../../../src/terminal/safe-text.ts';
import { cellWidth } from '../../../src/terminal/width.ts';
import { cacheFactsOf } from '../../changes/cache-facts.ts';
import { apiKey, makeHome, setupToken, type HomeContent, type TestHome } from '../../support/homes.ts';

const opus = 'anthropic/claude-opus-4-6';
const homes: TestHome[] = [];
const opened: { unmount(): void }[] = [];

afterEach(async () => {
  for (const one of opened.splice(0)) one.unmount();
  for (const home of homes.splice(0)) await home.dispose();
});

const config = {
  agents: {
    defaults: { models: { [opus]: { params: { cacheRetention: 'long' } } } },
    list: [{ id: 'main' }, { id: 'alerts', params: { cacheRetention: 'Short' } }, { id: 'research', model: 'anthropic/claude-fable-5-2' }],
  },
};

async function factsOf(given: object = config, version = '2026.3.13'): Promise<CacheFacts> {
  const home = await makeHome({ config: given });
  homes.push(home);
  return cacheFactsOf(home, version);
}

/** The state after some events; what they ask for is planned at once, as the program does. */
function after(start: EditorState, ...events: readonly EditorEvent[]): { readonly state: EditorState; readonly effects: readonly EditorEffect[] } {
  let state = start;
  let effects: readonly EditorEffect[] = [];
  for (const event of events) {
    const result = update(state, event);
    ({ state, effects } = result);
    for (const effect of result.effects) {
      if (effect.do === 'plan') ({ state } = update(state, { type: 'planned', wish: effect.wish, plan: planWish(state.facts, effect.wish) }));
    }
  }
  return { state, effects };
}

function draw(state: EditorState, columns = 78, rows = 18): string {
  const app = render(
    <ThemeContext value={{ color: false, unicode: true }}>
      <BodyWidthContext value={columns}>
        <Box width={columns} flexDirection="column">
          <EditorBody state={state} dispatch={() => undefined} columns={columns} rows={rows} />
        </Box>
      </BodyWidthContext>
    </ThemeContext>,
  );
  opened.push(app);
  return app.lastFrame() ?? '';
}

const down: EditorEvent = { type: 'move', by: 1 };

describe('the table', () => {
  it('shows for every agent what counts, and marks what OpenClaw does not understand', async () => {
    const shown = draw(after(initialEditor(await factsOf()), down).state, 118, 30);
    expect(shown).toMatch(/main +long +– +long +1h +baseline/);
    expect(shown).toMatch(/› ! alerts +long +Short +short +5m +default/);
    expect(shown).toContain('! ');
    expect(shown).toContain('Decided by');
  });

  it('has all five answers on 80 columns', async () => {
    expect(draw(initialEditor(await factsOf()))).toMatch(/Agent +Baseline +Override +Effective +On the wire +From/);
  });

  it('follows all four places of 2026.9.6, the strongest last, and edits the agent’s own entry', async () => {
    const own = { models: { [opus]: { params: { cacheRetention: 'none' } } } };
    const defaults = { model: { primary: opus }, params: { cacheRetention: 'long' }, models: { [opus]: { params: { cacheRetention: 'short' } } } };
    const entries = { main: {}, one: own, two: { ...own, params: { cacheRetention: 'long' } }, other: { model: 'anthropic/claude-haiku-4-5' } };
    const start = initialEditor(await factsOf({ agents: { ownership: 'explicit', defaults, entries } }, '2026.9.6'));
    const shown = draw(start, 118, 30);
    expect(shown).toMatch(/main +short +– +short +5m +baseline/);
    expect(shown).toMatch(/one +short +none +none +not cached +override/);
    expect(shown).toMatch(/two +short +long +long +1h +override/);
    expect(shown).toMatch(/other +long +– +long +1h +all models/);
    const { screen } = after(start, { type: 'edit-agent' }, { type: 'choose', choice: 'none' }).state;
    if (screen.name !== 'review' || screen.plan.state !== 'planned') throw new Error('not planned');
    expect(JSON.parse(screen.plan.change.files[0]?.after.reveal() ?? '')).toMatchObject({ agents: { entries: { ...entries, main: { params: { cacheRetention: 'none' } } } } });
  });

  it('says above it when this version takes nothing of the config', async () => {
    const shown = draw(initialEditor(await factsOf(config, '2026.2.24')), 78, 18);
    expect(shown).toContain('✗ OpenClaw 2026.2.24 does not accept agents.list[1].params.');
    expect(shown).toMatch(/Agent +Baseline/);
  });

  it('stays within its lines, and with the selected agent in sight, however many there are', async () => {
    const list = Array.from({ length: 300 }, (_, index) => ({ id: `agent-${index}` }));
    const start = initialEditor(await factsOf({ agents: { list } }));
    for (const selected of [0, 150, 299]) {
      const lines = draw({ ...start, selected }, 42, 10).split('\n');
      expect(lines.length).toBeLessThanOrEqual(10);
      expect(lines.join('\n')).toContain(`agent-${selected}`);
      expect(Math.max(...lines.map((shown) => cellWidth(safeText(shown))))).toBeLessThanOrEqual(42);
    }
  });
});

describe('the cost screen', () => {
  it('says that a setup-token uses the plan and not these prices, and of an API key nothing like it', async () => {
    const profile = (secret: object): HomeContent => ({ config, stores: { main: { version: 1, profiles: { 'anthropic:a': { provider: 'anthropic', ...secret } } } } });
    const shownFor = async (content: HomeContent): Promise<string> => {
      const home = await makeHome(content);
      homes.push(home);
      return draw(after(initialEditor(await cacheFactsOf(home, '2026.3.13')), { type: 'advise' }, { type: 'measured', usage: null }).state);
    };
    expect(await shownFor(profile({ type: 'token', token: setupToken('a') }))).toContain('With a setup-token your plan is used up');
    expect(await shownFor(profile({ type: 'api_key', key: apiKey('a') }))).not.toContain('plan');
  });
});

describe('the editor in lines', () => {
  it('says first that this version takes nothing of the config', async () => {
    const page = cachePage(initialEditor(await factsOf(config, '2026.2.24')));
    expect(page.rows.map(rowText).join(' ')).toContain('OpenClaw 2026.2.24 does not accept agents.list[1].params.');
  });

  it('says once, before the choices, why an agent’s own setting cannot be had', async () => {
    const facts = await factsOf({ agents: { list: [{ id: 'main' }] } }, '2026.2.24');
    const { rows, question } = cachePage(after(initialEditor(facts), { type: 'edit-agent' }).state);
    const above = rows.map(rowText).join(' ');
    expect(above.match(/2026\.3\.13 is the first that takes them/g)).toHaveLength(1);
    expect(above).toContain('What works there is the baseline of its model');
    const told = question.kind === 'choice' ? question.groups.flatMap(({ answers }) => answers.map(({ description }) => description ?? '')) : [];
    expect(told.filter((text) => text.includes('it cannot be set here'))).toHaveLength(3);
  });
});

describe('the menu', () => {
  it('says what each choice means, and what the highlighted one would do', async () => {
    const { state } = after(initialEditor(await factsOf()), { type: 'edit-agent' }, { type: 'highlight', choice: 'none' });
    const shown = draw(state);
    for (const part of ['inherit', 'kept 5 minutes', '1.25 times', 'kept 1 hour', '2 times', 'main: long (baseline) → none (override)']) expect(shown).toContain(part);
  });

  it('names the agents that a new baseline changes', async () => {
    const { state } = after(initialEditor(await factsOf()), { type: 'edit-model' }, { type: 'highlight', choice: 'none' });
    expect(draw(state)).toContain('main: long (baseline) → none (baseline)');
    expect(draw(state)).not.toContain('alerts:');
  });

  it('keeps all four choices in sight in a low window', async () => {
    const { state } = after(initialEditor(await factsOf(config, '2026.2.24')), { type: 'edit-agent' }, { type: 'highlight', choice: 'long' });
    const lines = draw(state, 42, 10).split('\n');
    for (const choice of ['inherit', 'none', 'short', 'long']) expect(lines.join('\n')).toContain(choice);
    expect(lines.length).toBeLessThanOrEqual(10);
  });
});

describe('the review', () => {
  it('shows the change in words and as a diff, and asks for nothing to be written before Enter', async () => {
    const chosen = after(initialEditor(await factsOf()), { type: 'edit-agent' }, { type: 'choose', choice: 'none' });
    const shown = draw(chosen.state);
    expect(shown).toContain('main: long (baseline) → none (override)');
    expect(shown).toContain('"cacheRetention": "none"');
    expect(chosen.effects.map((effect) => effect.do)).toEqual(['plan']);
    expect(after(chosen.state, { type: 'continue' }).effects.map((effect) => effect.do)).toEqual(['apply']);
  });

  it('writes once, however often Enter is pressed', async () => {
    const { state } = after(initialEditor(await factsOf()), { type: 'edit-agent' }, { type: 'choose', choice: 'none' }, { type: 'continue' });
    expect(after(state, { type: 'continue' }).effects).toEqual([]);
  });

  it('writes nothing when it is so already, and nothing that is refused', async () => {
    const facts = await factsOf();
    const same = after(initialEditor(facts), { type: 'edit-model' }, { type: 'choose', choice: 'long' }, { type: 'continue' });
    expect(same).toMatchObject({ effects: [], state: { screen: { name: 'table' } } });
    const refused = after(initialEditor(await factsOf(config, '2026.2.24')), { type: 'edit-agent' }, { type: 'choose', choice: 'long' }, { type: 'continue' });
    expect(refused.effects).toEqual([]);
    expect(draw(refused.state)).toContain('2026.3.13');
  });

  it('goes back to the menu, and from there to the table', async () => {
    const { state } = after(initialEditor(await factsOf()), { type: 'edit-agent' }, { type: 'choose', choice: 'none' }, { type: 'back' });
    expect(state.screen).toMatchObject({ name: 'menu', highlighted: 'none' });
    expect(after(state, { type: 'back' }).state.screen).toEqual({ name: 'table' });
  });
});

describe('the cost', () => {
  it('follows the sliders, and says when the prices are from', async () => {
    const start = after(initialEditor(await factsOf()), { type: 'advise' }).state;
    expect(draw(start)).toMatch(/✓ long +\$0\.48 a day +cheapest, as set now/);
    expect(draw(start)).toContain('Prices as of');
    const slide = (which: 'every' | 'prefix'): readonly EditorEvent[] => Array.from({ length: 20 }, () => ({ type: 'slide', which, by: -1 }));
    expect(draw(after(start, ...slide('every')).state)).toMatch(/✓ short .* cheapest/);
    expect(draw(after(start, ...slide('prefix')).state)).toContain('below 4,096 tokens');
  });

  it('starts from what was measured, where the sliders lead away from it and m leads back', async () => {
    const start = after(initialEditor(await factsOf()), { type: 'advise' });
    expect(start.effects).toMatchObject([{ do: 'measure', agent: { id: 'main' } }]);
    expect(draw(start.state)).toContain('Reading OpenClaw’s session transcripts');
    const hour = 3_600_000;
    const usage = { calls: 4, from: 0, to: 6 * hour, medianGapMs: 2 * hour, callsPerDay: 4, within5Minutes: 0, within60Minutes: 0.25, prefixTokens: 9000, hitRate: 0.675 };
    const measured = after(start.state, { type: 'measured', usage }).state;
    expect(draw(measured, 100, 30)).toMatch(/< 2 hr > measured/);
    expect(draw(measured, 100, 30)).toMatch(/< 9,000 > measured/);
    expect(draw(measured, 100, 30)).toMatch(/68% of the prompt tokens came from the\s+cache/);
    // 4 calls a day of 9,000 tokens at 5 dollars a million: as they were measured, not one every two hours.
    expect(draw(measured, 100, 30)).toMatch(/✓ none +\$0\.18 a day/);
    const away = after(measured, { type: 'slide', which: 'every', by: -1 }, { type: 'slide', which: 'prefix', by: 1 }).state;
    expect(draw(away, 100, 30)).toMatch(/< 1 hr 30 min >\s*$/m);
    expect(draw(away, 100, 30)).toMatch(/< 10,000 >\s*$/m);
    expect(after(away, { type: 'as-measured' }).state.screen).toEqual(measured.screen);
  });

  it('stays where it was when nothing was measured', async () => {
    const start = after(initialEditor(await factsOf()), { type: 'advise' }).state;
    const { screen } = after(start, { type: 'measured', usage: null }).state;
    expect(screen).toEqual({ ...start.screen, usage: { state: 'read', summary: null } });
  });

  it('borrows no prices from another model', async () => {
    const { state } = after(initialEditor(await factsOf()), down, down, { type: 'advise' });
    expect(draw(state)).toContain('are not known here');
    expect(draw(state)).not.toContain('$');
  });
});

describe('the migration', () => {
  const legacy = {
    auth: { profiles: { 'anthropic:default': { provider: 'anthropic', mode: 'api_key' } } },
    agents: { defaults: { model: opus, models: { [opus]: { params: { cacheControlTtl: '1h' } } } } },
  };

  it('shows what either way would do, and plans the one that is chosen', async () => {
    const { state } = after(initialEditor(await factsOf(legacy)), { type: 'migrate' });
    const shown = draw(state, 100, 24);
    expect(shown).toContain('Keep what is sent today');
    expect(shown).toContain('Take what the old setting says');
    expect(shown).toMatch(/main: short .*→ long/);
    expect(after(state, { type: 'keep', keep: 'meant' }).state.screen).toMatchObject({ name: 'review', plan: { state: 'planned', effects: [{ agent: 'main' }] } });
    expect(after(state, { type: 'keep', keep: 'effective' }).state.screen).toMatchObject({ name: 'review', plan: { state: 'planned', effects: [] } });
  });

  it('has nothing to do where nothing is old', async () => {
    const { state } = after(initialEditor(await factsOf()), { type: 'migrate' });
    expect(state.screen.name).toBe('table');
    expect(draw(state)).toContain('nothing to migrate');
  });

  it('Esc leads back from the review to the choice, and from there to the table', async () => {
    const { state } = after(initialEditor(await factsOf(legacy)), { type: 'migrate' }, { type: 'keep', keep: 'meant' }, { type: 'back' });
    expect(state.screen.name).toBe('migrate');
    expect(after(state, { type: 'back' }).state.screen.name).toBe('table');
  });
});
