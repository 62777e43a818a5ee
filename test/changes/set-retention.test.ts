import { lstat, mkdir, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import JSON5 from 'json5';
import { afterEach, describe, expect, it } from 'vitest';
import { applyChange, type ApplyOptions } from '../../src/changes/apply.ts';
import type { CacheFacts, CachePlan, CacheRefusal, RetentionWish } from '../../src/changes/cache-plan.ts';
import { forgetNewest, journalPath, rememberChange } from '../../src/changes/journal.ts';
import { planMigration, type Keep } from '../../src/changes/migrate-retention.ts';
import { planSetRetention } from '../../src/changes/set-retention.ts';
import { planUndo } from '../../src/changes/undo.ts';
import { applyToValue, valueAt } from '../../src/openclaw/config-edit-value.ts';
import { cacheRefusalWords } from '../../src/words/cache-editor.ts';
import { makeHome, type HomeContent, type TestHome } from '../support/homes.ts';
import { cacheFactsOf, now } from './cache-facts.ts';

/** Nobody writes beside us here, so nothing is waited for. */
const options: ApplyOptions = { now: () => now, configLock: false, settle: { firstMs: 0, nextMs: 0 } };

const opus = 'anthropic/claude-opus-4-6';
const homes: TestHome[] = [];

afterEach(async () => {
  for (const home of homes.splice(0)) await home.dispose();
});

async function open(content: HomeContent, version = '2026.3.13'): Promise<{ readonly home: TestHome; readonly facts: CacheFacts }> {
  const home = await makeHome(content);
  homes.push(home);
  return { home, facts: await cacheFactsOf(home, version) };
}

const forAgent = (agentId: string, value: RetentionWish['value']): RetentionWish => ({ target: { kind: 'agent', agentId }, value });
const forModel = (ref: string, value: RetentionWish['value']): RetentionWish => ({ target: { kind: 'model', ref }, value });

function planned(plan: CachePlan): Extract<CachePlan, { readonly state: 'planned' }> {
  if (plan.state !== 'planned') throw new Error(`refused: ${JSON.stringify(plan.reason)}`);
  return plan;
}

function refusal(plan: CachePlan): CacheRefusal {
  if (plan.state !== 'refused') throw new Error('not refused');
  return plan.reason;
}

function textOf(plan: CachePlan, end = 'openclaw.json'): string {
  return planned(plan).change.files.find(({ path }) => path.endsWith(end))?.after.reveal() ?? 'not in the plan';
}

async function set(config: string | object, wish: RetentionWish, version = '2026.3.13'): Promise<CachePlan> {
  return planSetRetention((await open({ config }, version)).facts, wish);
}

const commented = `// mine
{
  agents: {
    defaults: { model: '${opus}', models: { '${opus}': { params: { cacheRetention: 'long' } } } }, // baseline
    list: [
      { id: 'main' }, // first
      { id: 'alerts', name: 'Alerts' /* loud */ },
    ],
  },
}
`;

describe('setting the retention of an agent', () => {
  it('adds one key and leaves every comment where it was', async () => {
    const plan = await set(commented, forAgent('alerts', 'none'));
    const text = textOf(plan);
    expect(JSON5.parse(text).agents.list[1]).toEqual({ id: 'alerts', name: 'Alerts', params: { cacheRetention: 'none' } });
    expect(text.replace(/,? ?params: \{[^}]*\} ?(?=\/\*|,|\})/, '')).toContain("{ id: 'alerts', name: 'Alerts'");
    for (const part of ['// mine', '// baseline', '// first', '/* loud */']) expect(text).toContain(part);
    expect(planned(plan).effects).toMatchObject([
      { agent: 'alerts', before: { effective: 'long', from: { layer: 'model-params' } }, after: { effective: 'none', from: { layer: 'agent-params' } } },
    ]);
    expect(planned(plan).warnings).toEqual([{ code: 'gateway', effect: 'none' }]);
  });

  it('takes it away again, and what is below counts', async () => {
    const plan = await set({ agents: { list: [{ id: 'main', params: { cacheRetention: 'none', temperature: 1 } }] } }, forAgent('main', null));
    expect(JSON5.parse(textOf(plan))).toEqual({ agents: { list: [{ id: 'main', params: { temperature: 1 } }] } });
    expect(planned(plan).effects).toMatchObject([{ before: { effective: 'none' }, after: { effective: 'short' } }]);
  });

  it('takes the old key away with it, which would come into force otherwise', async () => {
    const plan = await set({ agents: { list: [{ id: 'main', params: { cacheRetention: 'none', cacheControlTtl: '1h' } }] } }, forAgent('main', null));
    expect(JSON5.parse(textOf(plan))).toEqual({ agents: { list: [{ id: 'main' }] } });
  });

  it('rather leaves empty params than lose a comment, except where the version refuses them', async () => {
    const config = "{ agents: { list: [{ id: 'main', params: { /* 0.2 was too low */ cacheRetention: 'none' } }] } }";
    expect(textOf(await set(config, forAgent('main', null)))).toMatch(/params: \{ \/\* 0\.2 was too low \*\/ +\}/);
    expect(JSON5.parse(textOf(await set(config, forAgent('main', null), '2026.2.24')))).toEqual({ agents: { list: [{ id: 'main' }] } });
  });

  it('leaves no empty params, which versions before 2026.3.13 refuse too', async () => {
    const wish = forAgent('main', null);
    for (const params of [{ cacheRetention: 'none' }, {}]) {
      const plan = await set({ agents: { list: [{ id: 'main', name: 'x', params }] } }, wish, '2026.2.24');
      expect(JSON5.parse(textOf(plan))).toEqual({ agents: { list: [{ id: 'main', name: 'x' }] } });
    }
  });

  it('says when the agent has another setting of its own for its model', async () => {
    const main = { params: { cacheRetention: 'none' }, models: { [opus]: { params: { cacheRetention: 'long' } } } };
    const plan = planned(await set({ agents: { defaults: { model: { primary: opus } }, entries: { main } } }, forAgent('main', null), '2026.9.6'));
    expect(plan.warnings).toContainEqual({ code: 'beaten', agent: 'main', path: ['agents', 'entries', 'main', 'models', opus, 'params', 'cacheRetention'] });
    expect(plan.effects).toMatchObject([{ before: { effective: 'none' }, after: { effective: 'long' } }]);
  });

  it('plans nothing to write when it is so already', async () => {
    const plan = await set({ agents: { list: [{ id: 'main', params: { cacheRetention: 'none' } }] } }, forAgent('main', 'none'));
    expect(planned(plan)).toMatchObject({ effects: [], warnings: [], change: { files: [{ changes: false }] } });
  });

  it('lists the agent that exists without a list', async () => {
    const wish = forAgent('main', 'long');
    expect(JSON5.parse(textOf(await set({ agents: {} }, wish)))).toEqual({ agents: { list: [{ id: 'main', params: { cacheRetention: 'long' } }] } });
    expect(JSON5.parse(textOf(await set({ agents: {} }, wish, '2026.9.6')))).toEqual({ agents: { entries: { main: { params: { cacheRetention: 'long' } } } } });
  });

  it('makes the config when there is none', async () => {
    const plan = planSetRetention((await open({})).facts, forAgent('main', 'long'));
    expect(JSON5.parse(textOf(plan))).toEqual({ agents: { list: [{ id: 'main', params: { cacheRetention: 'long' } }] } });
    expect(planned(plan).change.files).toMatchObject([{ expected: null }]);
  });

  it('writes the shape that is on disk, in the database layouts too', async () => {
    const entries = { ownership: 'explicit', entries: { main: {}, Alerts: { name: 'x' } } };
    expect(JSON5.parse(textOf(await set({ agents: entries }, forAgent('alerts', 'none'), '2026.9.6')))).toEqual({
      agents: { ownership: 'explicit', entries: { main: {}, Alerts: { name: 'x', params: { cacheRetention: 'none' } } } },
    });
    expect(JSON5.parse(textOf(await set({ agents: { list: [{ id: 'main' }] } }, forAgent('main', 'none'), '2026.9.6')))).toEqual({
      agents: { list: [{ id: 'main', params: { cacheRetention: 'none' } }] },
    });
  });
});

describe('what is refused, with nothing planned', () => {
  it('params of an agent where the version rejects the config; the baseline of the model works there', async () => {
    const config = { agents: { list: [{ id: 'main' }, { id: 'alerts' }, { id: 'other', model: 'anthropic/claude-haiku-4-5' }] } };
    expect(refusal(await set(config, forAgent('alerts', 'none'), '2026.2.24'))).toEqual({
      code: 'agent-params',
      version: '2026.2.24',
      firstVersion: '2026.3.13',
      ref: opus,
      sharing: ['main'],
    });
    expect(planned(await set(config, forModel(opus, 'none'), '2026.2.24')).effects.map(({ agent }) => agent)).toEqual(['main', 'alerts']);
  });

  it('but there they can be taken away', async () => {
    const config = { agents: { list: [{ id: 'main', params: { cacheRetention: 'none' } }] } };
    expect(planned(await set(config, forAgent('main', null), '2026.2.24')).change.files[0]?.changes).toBe(true);
  });

  it.each<[string, string | object, RetentionWish, object]>([
    ['an agent that is not there', { agents: { list: [{ id: 'main' }] } }, forAgent('nobody', 'none'), { code: 'unknown-agent' }],
    ['an id with capitals', { agents: { list: [{ id: 'Alerts' }] } }, forAgent('alerts', 'none'), { code: 'agent-id-form', at: ['agents', 'list', '0'] }],
    ['an id that stands twice', { agents: { list: [{ id: 'a' }, { id: 'A ' }] } }, forAgent('a', 'none'), { code: 'duplicate-agent' }],
    ['a list that is an object', { agents: { list: { id: 'main' } } }, forAgent('main', 'none'), { code: 'would-refuse' }],
    ['params that are a text', { agents: { list: [{ id: 'main', params: 'long' }] } }, forAgent('main', 'none'), { code: 'edit', problem: 'not-an-object' }],
    ['a key that stands twice', "{agents: {list: [{id: 'main', params: {}, params: {}}]}}", forAgent('main', 'none'), { code: 'edit', problem: 'duplicate-key' }],
    ['a config that is no JSON5', '{agents: ', forAgent('main', 'none'), { code: 'broken-config' }],
    ['a circle of includes', { $include: './openclaw.json' }, forAgent('main', 'none'), { code: 'broken-config' }],
    ['an include that is not there', { agents: { $include: './gone.json5' } }, forAgent('main', 'none'), { code: 'broken-config' }],
    ['no model at all', { agents: {} }, forModel(' ', 'none'), { code: 'model-ref' }],
  ])('%s', async (_name, config, wish, reason) => {
    expect(refusal(await set(config, wish))).toMatchObject(reason);
  });

  it('a value from a variable', async () => {
    const home = await makeHome({ config: { env: { vars: { KEEP: 'long' } }, agents: { list: [{ id: 'main', params: { cacheRetention: '${KEEP}' } }] } } });
    homes.push(home);
    expect(refusal(planSetRetention(await cacheFactsOf(home, '2026.3.13'), forAgent('main', 'none')))).toMatchObject({
      code: 'variable',
      at: ['agents', 'list', '0', 'params', 'cacheRetention'],
    });
  });
});

describe('the baseline of a model', () => {
  it('names the agents that change, and those that go their own way', async () => {
    const config = { agents: { list: [{ id: 'main' }, { id: 'alerts', params: { cacheRetention: 'none' } }] } };
    const plan = planned(await set(config, forModel('claude-opus-4-6', 'long')));
    expect(plan.effects.map(({ agent }) => agent)).toEqual(['main']);
    expect(plan.warnings).toContainEqual({ code: 'beaten', agent: 'alerts', path: ['agents', 'list', '1', 'params', 'cacheRetention'] });
  });

  it('warns that a first entry keeps other models from being chosen, and which fallbacks are dropped; primaries are not', async () => {
    const list = [{ id: 'main' }, { id: 'b', model: { primary: 'anthropic/claude-haiku-4-5', fallbacks: ['google/gemini-3-pro-preview'] } }];
    const config = { agents: { defaults: { model: { primary: opus, fallbacks: ['openai/gpt-5.2', opus] } }, list } };
    const allowlist = { code: 'allowlist', ref: opus, dropped: ['openai/gpt-5.2', 'google/gemini-3-pro-preview'] };
    expect(planned(await set(config, forModel(opus, 'long'))).warnings).toContainEqual(allowlist);
    expect(planned(await set(config, forModel(opus, 'long'), '2026.9.6')).warnings).not.toContainEqual(allowlist);
  });

  describe('taken away', () => {
    const inherit = async (defaults: object, version = '2026.2.24'): Promise<CachePlan> => set({ agents: { defaults } }, forModel(opus, null), version);

    it('goes with the entry that was made for it, and says that models are no longer listed', async () => {
      const plan = await inherit({ models: { [opus]: { params: { cacheRetention: 'long' } } } });
      expect(JSON5.parse(textOf(plan))).toEqual({ agents: { defaults: { models: {} } } });
      expect(planned(plan).warnings).toContainEqual({ code: 'allowlist-lifted' });
    });

    it.each<[string, object, object]>([
      ['other entries stay allowed, and so does this model', { [opus]: { params: { cacheRetention: 'long' } }, 'openai/gpt-5.2': {} }, { [opus]: {}, 'openai/gpt-5.2': {} }],
      ['an alias of the person’s own stays', { [opus]: { alias: 'big', params: { cacheRetention: 'long' } } }, { [opus]: { alias: 'big' } }],
      ['other params stay', { [opus]: { params: { cacheRetention: 'long', temperature: 1 } } }, { [opus]: { params: { temperature: 1 } } }],
    ])('%s', async (_name, models, left) => {
      const plan = await inherit({ models });
      expect(JSON5.parse(textOf(plan))).toEqual({ agents: { defaults: { models: left } } });
      expect(planned(plan).warnings).not.toContainEqual({ code: 'allowlist-lifted' });
    });

    it('leaves the entry by whose built-in alias an agent names its model', async () => {
      const plan = await inherit({ model: 'opus', models: { [opus]: { params: { cacheRetention: 'long' } } } });
      expect(JSON5.parse(textOf(plan))).toEqual({ agents: { defaults: { model: 'opus', models: { [opus]: {} } } } });
    });
  });

  it('is not set for a model that only a slip of the keys can mean', async () => {
    expect(refusal(await set({ agents: {} }, forModel('anthropic/claude-opsu-4-6', 'long')))).toEqual({ code: 'model-unknown', ref: 'anthropic/claude-opsu-4-6', meant: opus });
    expect(refusal(await set({ agents: {} }, forModel('antropic/claude-opus-4-6', null)))).toMatchObject({ code: 'model-unknown', meant: opus });
    const own = { agents: { list: [{ id: 'main', model: 'mine/claude-opsu-4-6' }] } };
    expect(planned(await set(own, forModel('mine/claude-opsu-4-6', 'long'))).warnings).not.toContainEqual(expect.objectContaining({ code: 'model-unknown' }));
  });

  it('is set for a model that may be a newer one, with a warning', async () => {
    const newer = planned(await set({ agents: {} }, forModel('anthropic/claude-opus-9', 'long')));
    expect(newer.warnings).toContainEqual({ code: 'model-unknown', ref: 'anthropic/claude-opus-9' });
    const unused = planned(await set({ agents: {} }, forModel('anthropic/claude-haiku-4-5', 'long')));
    expect(unused.warnings).not.toContainEqual(expect.objectContaining({ code: 'model-unknown' }));
  });

  it('says when the hour is lost behind another base URL, and when another provider does not follow', async () => {
    const models = { providers: { anthropic: { baseUrl: 'https://proxy.invalid', models: [] } } };
    expect(planned(await set({ models, agents: {} }, forModel(opus, 'long'))).warnings).toContainEqual({ code: 'hour-lost', agent: 'main' });
    const other = { agents: { list: [{ id: 'main', model: 'openai/gpt-5.2' }] } };
    expect(planned(await set(other, forAgent('main', 'long'))).warnings).toContainEqual({ code: 'no-effect', agent: 'main', provider: 'openai' });
  });
});

describe('a config in several files', () => {
  const home = (files: Readonly<Record<string, string>>, config: string): HomeContent => ({
    config,
    files: Object.fromEntries(Object.entries(files).map(([name, text]) => [`.openclaw/${name}`, text])),
  });

  it('is edited in the file that alone has the key', async () => {
    const agents = "{ list: [{ id: 'main', params: { cacheRetention: 'long' } }] } // agents\n";
    const plan = planSetRetention((await open(home({ 'agents.json5': agents }, "{ agents: { $include: './agents.json5' } }"))).facts, forAgent('main', 'none'));
    expect(planned(plan).change.files.map(({ path }) => path.split('/').at(-1))).toEqual(['agents.json5']);
    expect(textOf(plan, 'agents.json5')).toBe(agents.replace("'long'", "'none'"));
  });

  it('is refused when the file is included by two agents', async () => {
    const files = { 'common.json5': "{ params: { cacheRetention: 'long' } }" };
    const config = "{ agents: { list: [{ id: 'a', $include: './common.json5' }, { id: 'b', $include: './common.json5' }] } }";
    expect(refusal(planSetRetention((await open(home(files, config))).facts, forAgent('a', 'none')))).toMatchObject({ code: 'include' });
  });

  it('is refused when lists of two files are joined', async () => {
    const files = { 'agents.json5': "{ list: [{ id: 'main' }] }" };
    const config = "{ agents: { $include: './agents.json5', list: [{ id: 'alerts' }] } }";
    expect(refusal(planSetRetention((await open(home(files, config))).facts, forAgent('alerts', 'none')))).toMatchObject({ code: 'include' });
  });

  it('gets a key that no file has in the one that has the object', async () => {
    const files = { 'agents.json5': "{\n  list: [{ id: 'main' }],\n}\n" };
    const plan = planSetRetention((await open(home(files, "{ agents: { $include: './agents.json5', defaults: {} } }"))).facts, forAgent('main', 'none'));
    expect(JSON5.parse(textOf(plan, 'agents.json5'))).toEqual({ list: [{ id: 'main', params: { cacheRetention: 'none' } }] });
  });
});

describe('replacing cacheControlTtl', () => {
  const migrate = async (config: object, keep: Keep, agents: readonly string[] | null = null): Promise<CachePlan> => {
    const { facts } = await open({ config });
    return planMigration(facts, facts.snapshot.agents.filter(({ id }) => agents === null || agents.includes(id)), keep);
  };

  it('keeps what counts today', async () => {
    const config = { agents: { defaults: { models: { [opus]: { params: { cacheControlTtl: '1h' } } } } } };
    const plan = await migrate(config, 'effective');
    expect(JSON5.parse(textOf(plan))).toEqual({ agents: { defaults: { models: { [opus]: { params: { cacheRetention: 'long' } } } } } });
    expect(planned(plan).effects).toEqual([]);
  });

  it('beaten by the default of API keys: only taken away, or set as it was meant', async () => {
    const auth = { profiles: { 'anthropic:default': { provider: 'anthropic', mode: 'api_key' } } };
    const config = { auth, agents: { defaults: { models: { [opus]: { params: { cacheControlTtl: '1h' } } } } } };
    const effective = await migrate(config, 'effective');
    expect(JSON5.parse(textOf(effective)).agents.defaults.models).toEqual({ [opus]: { params: {} } });
    expect(planned(effective).effects).toEqual([]);
    const meant = await migrate(config, 'meant');
    expect(JSON5.parse(textOf(meant)).agents.defaults.models).toEqual({ [opus]: { params: { cacheRetention: 'long' } } });
    expect(planned(meant).effects).toMatchObject([{ agent: 'main', before: { effective: 'short' }, after: { effective: 'long' } }]);
  });

  it('refuses to change a baseline for one agent when another would change with it', async () => {
    const agents = { defaults: { models: { [opus]: { params: { cacheControlTtl: '5m' } } } }, list: [{ id: 'main' }, { id: 'b', params: { cacheControlTtl: '1h' } }] };
    expect(refusal(await migrate({ agents }, 'effective', ['main']))).toEqual({ code: 'cannot-keep', agent: 'b' });
    expect(planned(await migrate({ agents }, 'effective')).effects).toEqual([]);
  });
});

const texts: readonly (readonly [string, string])[] = [
  ['LF', commented],
  ['CRLF and BOM', `\uFEFF${commented.replaceAll('\n', '\r\n')}`],
  ['tabs', commented.replaceAll('  ', '\t')],
  ['no last newline', commented.trimEnd()],
  ['one line, comments everywhere', `/*a*/{/*b*/agents/*c*/:/*d*/{/*e*/list/*f*/:/*g*/[/*h*/{/*i*/id/*j*/:/*k*/'main'/*l*/,/*m*/params/*n*/:/*o*/{/*p*/x/*q*/:/*r*/0x1F/*s*/,/*t*/}/*u*/}/*v*/,{id:'alerts'}]/*w*/}/*x*/}/*y*/`],
  ['strict JSON', JSON.stringify({ agents: { list: [{ id: 'main' }, { id: 'alerts', params: { cacheRetention: 'short', deep: [1, { a: null }] } }] } }, null, 3)],
];

describe('any sequence of settings', () => {
  it.each(texts)('means exactly what was asked, keeps all other bytes, and is taken back to the byte (%s)', async (_name, text) => {
    const wishes = fc.array(
      fc.record({ agentId: fc.constantFrom('main', 'alerts'), value: fc.constantFrom(...(['none', 'short', 'long', null] as const)) }),
      { minLength: 1, maxLength: 4 },
    );
    const { home } = await open({ config: text });
    const path = join(home.stateDir, 'openclaw.json');
    await fc.assert(
      fc.asyncProperty(wishes, async (steps) => {
        await writeFile(path, text);
        const before: string[] = [];
        for (const { agentId, value } of steps) {
          const facts = await cacheFactsOf(home, '2026.3.13');
          const plan = planned(planSetRetention(facts, forAgent(agentId, value)));
          const [file] = plan.change.files;
          if (file === undefined || !file.changes) continue;
          const held = await readFile(path, 'utf8');
          expectOneEdit(held, file.after.reveal());
          const index = agentId === 'main' ? 0 : 1;
          const params = ['agents', 'list', String(index), 'params'];
          const at = [...params, 'cacheRetention'];
          const wanted = applyToValue(JSON5.parse(held), [value === null ? { kind: 'remove', path: at } : { kind: 'set', path: at, value }]);
          const isEmpty = Object.keys(Object(valueAt(wanted, params))).length === 0;
          expect(JSON5.parse(file.after.reveal())).toEqual(isEmpty ? applyToValue(wanted, [{ kind: 'remove', path: params }]) : wanted);
          const result = await applyChange(plan.change, options);
          expect(result.state).toBe('applied');
          rememberChange(path, plan.change, result.files, now);
          before.push(held);
          expect(planned(planSetRetention(await cacheFactsOf(home, '2026.3.13'), forAgent(agentId, value))).change.files[0]?.changes).toBe(false);
        }
        const last = before.at(-1);
        if (last === undefined) return;
        const undo = planUndo(path);
        expect(undo.state).toBe('planned');
        if (undo.state === 'planned') await applyChange(undo.change, options);
        expect(await readFile(path, 'utf8')).toBe(last);
      }),
      { numRuns: 15 },
    );
  });

  /** All that differs is one stretch, and no comment is lost. */
  function expectOneEdit(before: string, after: string): void {
    const comments = (text: string): readonly string[] => text.match(/\/\*.*?\*\/|\/\/[^\r\n]*/g) ?? [];
    expect(comments(after)).toEqual(comments(before));
    let head = 0;
    while (head < before.length && before[head] === after[head]) head += 1;
    let tail = 0;
    while (tail < Math.min(before.length, after.length) - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
    expect(after.length - head - tail).toBeLessThan(100);
    expect(before.length - head - tail).toBeLessThan(100);
  }
});

describe('undo', () => {
  const saved = async (): Promise<{ readonly path: string; readonly text: string; readonly home: TestHome }> => {
    const { home, facts } = await open({ config: commented });
    const { change } = planned(planSetRetention(facts, forAgent('alerts', 'none')));
    const result = await applyChange(change, options);
    const path = join(home.stateDir, 'openclaw.json');
    expect(rememberChange(path, change, result.files, now)).toBe(true);
    return { path, text: commented, home };
  };

  it('is remembered in a private file beside the config', async () => {
    const { path } = await saved();
    expect((await stat(journalPath(path))).mode & 0o777).toBe(0o600);
    expect(await readFile(journalPath(path), 'utf8')).not.toContain('Alerts');
  });

  it('goes back step by step, also through a link to the config', async () => {
    const home = await makeHome({ files: { 'dotfiles/openclaw.json': commented } });
    homes.push(home);
    await mkdir(home.stateDir, { recursive: true });
    const path = join(home.stateDir, 'openclaw.json');
    await symlink(join(home.home, 'dotfiles/openclaw.json'), path);
    for (const value of ['none', 'short', null] as const) {
      const { change } = planned(planSetRetention(await cacheFactsOf(home, '2026.3.13'), forAgent('alerts', value)));
      const result = await applyChange(change, options);
      expect(rememberChange(path, change, result.files, now)).toBe(true);
    }
    for (let left = 3; left > 0; left -= 1) {
      const undo = planUndo(path);
      if (undo.state !== 'planned') throw new Error(undo.reason.code);
      expect(await applyChange(undo.change, options)).toMatchObject({ state: 'applied' });
      forgetNewest(path);
    }
    expect(await readFile(path, 'utf8')).toBe(commented);
    expect((await lstat(path)).isSymbolicLink()).toBe(true);
    expect(planUndo(path)).toMatchObject({ state: 'refused', reason: { code: 'nothing' } });
  });

  it('is refused when the file moved on', async () => {
    const { path } = await saved();
    await writeFile(path, '{}\n');
    expect(planUndo(path)).toMatchObject({ state: 'refused', reason: { code: 'moved-on' } });
  });

  it('is refused when the copy was changed or removed, and when there is nothing to undo', async () => {
    const { path, home } = await saved();
    const [backup = ''] = (await readdir(home.stateDir)).filter((name) => name.includes('clawdial-backup'));
    await writeFile(join(home.stateDir, backup), 'x');
    expect(planUndo(path)).toMatchObject({ state: 'refused', reason: { code: 'no-backup' } });
    await writeFile(journalPath(path), 'not json');
    expect(planUndo(path)).toMatchObject({ state: 'refused', reason: { code: 'nothing' } });
  });
});

describe('a large config', () => {
  it('of five thousand agents and five megabytes, with comments: one agent changes, and every other byte stays', async () => {
    const line = (index: number): string => `      // ${'word '.repeat(90)}\n      { id: 'agent-${index}', name: '${'x'.repeat(450)}' }, /* ${index} */\n`;
    const config = `// many\n{\n  agents: {\n    list: [\n${Array.from({ length: 5000 }, (_, index) => line(index)).join('')}    ],\n  },\n}\n`;
    expect(config.length).toBeGreaterThan(4_700_000);
    const plan = planned(await set(config, forAgent('agent-2500', 'none')));
    expect(plan.effects).toMatchObject([{ agent: 'agent-2500', after: { effective: 'none' } }]);
    expect(textOf(plan)).toBe(config.replace(`' }, /* 2500 */`, `', params: {cacheRetention: 'none'} }, /* 2500 */`));
    expect(plan.change.files[0]?.diff.length).toBeLessThan(8);
  });

  it('above 8 MB is refused, and says how large it may be', async () => {
    const { home, facts } = await open({ config: { note: 'x'.repeat(10_000_000) } });
    const reason = refusal(planSetRetention(facts, forAgent('main', 'none')));
    expect(reason).toMatchObject({ code: 'broken-config', problem: { kind: 'too-large' } });
    expect(cacheRefusalWords(reason).title).toMatch(/8(\.0)? MB|8,?388,?608/);
    expect(await readdir(home.stateDir)).toEqual(['openclaw.json']);
  });
});
