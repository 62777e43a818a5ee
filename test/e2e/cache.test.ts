import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import json5 from 'json5';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeHome, type TestHome } from '../support/homes.ts';
import { keys, runProgram, startProgram, type Finished } from '../support/program.ts';
import type { PtySession } from '../support/pty.ts';

const opus = 'anthropic/claude-opus-4-6';
const config = `// my gateway
{
  meta: { lastTouchedVersion: '2026.3.13' },
  agents: {
    defaults: { models: { '${opus}': { params: { cacheRetention: 'long' } } } }, // baseline
    list: [
      { id: 'main' },
      { id: 'alerts', name: 'Alerts' }, /* loud */
    ],
  },
}
`;

let home: TestHome;
let path: string;
let session: PtySession | null = null;

beforeEach(async () => {
  home = await makeHome({ config });
  path = join(home.stateDir, 'openclaw.json');
});

afterEach(async () => {
  session?.kill('SIGKILL');
  await session?.exited;
  session = null;
  await home.dispose();
});

const run = (...args: readonly string[]): Promise<Finished> => runProgram(home.home, args);
const text = (): Promise<string> => readFile(path, 'utf8');
const json = ({ stdout }: Finished): Record<string, unknown> => JSON.parse(stdout);

describe('cache commands', () => {
  it('set, see, and take back one agent’s retention; the file is then as it was, to the byte', async () => {
    const saved = await run('cache', 'set', 'Alerts', 'none');
    expect(saved).toMatchObject({ exitCode: 0 });
    expect(saved.stdout).toContain('alerts: long (baseline) → none (override)');
    expect(json5.parse(await text()).agents.list[1]).toEqual({ id: 'alerts', name: 'Alerts', params: { cacheRetention: 'none' } });
    expect(await text()).toContain('/* loud */');
    expect(JSON.parse((await run('cache', 'list', '--json')).stdout)).toMatchObject([
      { agent: 'main', model: opus, baseline: 'long', override: null, effective: 'long', onWire: 'long', ttl: '1h', from: 'model-params' },
      { agent: 'alerts', baseline: 'long', override: 'none', effective: 'none', onWire: 'none', ttl: null, from: 'agent-params' },
    ]);
    const undone = await run('undo');
    expect(undone).toMatchObject({ exitCode: 0 });
    expect(undone.stdout).toContain('Taken back');
    expect(await text()).toBe(config);
    expect(await run('undo')).toMatchObject({ exitCode: 1, stdout: '' });
  });

  it('--dry-run shows the change and writes nothing', async () => {
    const shown = await run('cache', 'set', 'alerts', 'short', '--dry-run');
    expect(shown.stdout).toContain("+       { id: 'alerts', name: 'Alerts'");
    expect(json(await run('cache', 'baseline', opus, 'none', '--dry-run', '--json'))).toMatchObject({
      ok: true,
      dryRun: true,
      effects: [{ agent: 'main' }, { agent: 'alerts' }],
      files: [{ path, changed: true, backup: null }],
    });
    expect(await text()).toBe(config);
  });

  it('say when this OpenClaw refuses the config, and so does models status, with exit code 1', async () => {
    await writeFile(path, config.replace("name: 'Alerts'", "name: 'Alerts', params: {}"));
    const version = ['--openclaw-version', '2026.2.24'];
    const listed = await run('cache', 'list', ...version);
    expect(listed).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('OpenClaw 2026.2.24 does not accept agents.list[1].params.') });
    expect(listed.stdout).toContain('alerts');
    expect(JSON.parse((await run('cache', 'list', '--json', ...version)).stdout)).toMatchObject([{ error: { code: 'config-refused' } }, { error: { code: 'config-refused' } }]);
    const status = await run('models', 'status', '--json', ...version);
    expect(status).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('does not accept agents.list[1].params') });
    expect(json(status)).toMatchObject({ agents: [{ warnings: expect.arrayContaining([expect.objectContaining({ code: 'config-refused' })]) }, {}] });
    expect(await run('cache', 'unset', 'alerts', ...version)).toMatchObject({ exitCode: 0 });
    expect(await text()).toBe(config);
  });

  it('take a setting away, and say so when there is none', async () => {
    await run('cache', 'set', 'alerts', 'none');
    expect(json(await run('cache', 'unset', 'alerts', '--json'))).toMatchObject({ ok: true, effects: [{ agent: 'alerts', after: { effective: 'long' } }] });
    expect((await run('cache', 'unset', 'alerts')).stdout).toContain('Nothing to change');
    expect(json(await run('cache', 'baseline', opus, 'inherit', '--json'))).toMatchObject({ ok: true, effects: [{ agent: 'main' }, { agent: 'alerts' }] });
  });

  it('refuse to undo what moved on since', async () => {
    await run('cache', 'set', 'alerts', 'none');
    const later = `${await text()}// mine\n`;
    await writeFile(path, later);
    const refused = await run('undo', '--json');
    expect(refused).toMatchObject({ exitCode: 1 });
    expect(json(refused)).toMatchObject({ ok: false, error: { message: expect.stringContaining('changed again') } });
    expect(await text()).toBe(later);
  });

  it.each([
    [['cache', 'set', 'alerts', 'Long'], 2, 'no retention'],
    [['cache', 'set', 'nobody', 'long'], 2, 'no agent nobody'],
    [['cache', 'set', 'alerts', 'none', '--openclaw-version', '2026.2.24'], 1, '2026.3.13 is the first'],
    [['cache', 'migrate'], 2, '--all'],
    [['cache', 'migrate', '--all', '--keep', 'both'], 2, 'keep'],
    [['cache', 'advise', 'main', '--every', 'soon'], 2, 'no length of time'],
    [['cache', 'advise', 'main', '--every', '30'], 2, 'no length of time'],
    [['cache', 'advise', 'main', '--every', '30m', '--prefix', '-1'], 2, 'no number of tokens'],
    [['cache', 'advise', 'main'], 2, '--every'],
    [['cache'], 2, 'terminal'],
    [['cache', 'no-such-thing'], 2, ''],
  ])('%j is refused with a reason, and nothing is written', async (args, exitCode, words) => {
    const refused = await run(...args);
    expect(refused).toMatchObject({ exitCode });
    expect(refused.stderr).toContain(words);
    expect(refused.stderr).not.toMatch(/\n\s+at /);
    expect(await text()).toBe(config);
  });

  it('migrate asks which to keep when it makes a difference', async () => {
    const old = `{ auth: { profiles: { 'anthropic:default': { provider: 'anthropic', mode: 'api_key' } } },
  agents: { defaults: { models: { '${opus}': { params: { cacheControlTtl: '1h' } } } } } } // end\n`;
    await writeFile(path, old);
    const version = ['--openclaw-version', '2026.2.24'];
    const asked = await run('cache', 'migrate', '--all', ...version);
    expect(asked).toMatchObject({ exitCode: 2 });
    expect(asked.stderr).toContain('main: short (API-key default) → long (baseline)');
    expect(await run('cache', 'migrate', '--all', '--keep', 'meant', ...version)).toMatchObject({ exitCode: 0 });
    expect(json5.parse(await text()).agents.defaults.models[opus].params).toEqual({ cacheRetention: 'long' });
    expect(await run('undo', ...version)).toMatchObject({ exitCode: 0 });
    expect(await text()).toBe(old);
  });

  it('takes five changes back, one after the other, to the very first bytes', async () => {
    const before = await text();
    for (const value of ['none', 'short', 'long', 'none', 'short']) expect(await run('cache', 'set', 'main', value)).toMatchObject({ exitCode: 0 });
    for (let step = 0; step < 5; step += 1) expect(await run('undo')).toMatchObject({ exitCode: 0 });
    expect(await text()).toBe(before);
    expect(await run('undo')).toMatchObject({ exitCode: 1 });
  });

  it('advise says what each retention costs, and when the prices are from', async () => {
    const advice = await run('cache', 'advise', 'alerts', '--every', '30m', '--prefix', '20000');
    expect(advice).toMatchObject({ exitCode: 0, stderr: '' });
    expect(advice.stdout).toContain('none $4.80, short $6.00, long $0.48 a day');
    expect(advice.stdout).toContain('Cheapest: long.');
    expect(advice.stdout).toMatch(/Prices as of \d{4}-\d{2}-\d{2}/);
    // A version that refuses an agent’s own params is set by the model.
    const older = await run('cache', 'advise', 'alerts', '--every', '2h', '--openclaw-version', '2026.2.24');
    expect(older.stdout).toMatch(/clawdial cache baseline anthropic\/\S+ none/);
    expect(older.stdout).not.toContain('clawdial cache set');
    expect(json(await run('cache', 'advise', 'main', '--every', '2h', '--json'))).toMatchObject({ cheapest: 'none', effective: 'long', prefixTokens: 20_000 });
  });

  it('advise takes interval, size and hit rate from OpenClaw’s own transcripts, and changes nothing of them', async () => {
    const hour = 3_600_000;
    const start = Date.now() - 8 * hour;
    const lines = [0, 2, 4, 6].map((hours) => {
      const usage = { input: 1000, output: 5, cacheRead: hours === 0 ? 0 : 9000, cacheWrite: hours === 0 ? 9000 : 0 };
      return JSON.stringify({ type: 'message', message: { role: 'assistant', provider: 'anthropic', model: 'claude-opus-4-6', timestamp: start + hours * hour, usage } });
    });
    const file = await home.write('.openclaw/agents/main/sessions/s.jsonl', `${lines.join('\n')}\n`);
    const before = await readFile(file, 'utf8');
    const answer = json(await run('cache', 'advise', 'main', '--json'));
    expect(answer).toMatchObject({ everyMs: 2 * hour, everyFrom: 'measured', prefixTokens: 9000, prefixFrom: 'measured', cheapest: 'none' });
    expect(answer).toMatchObject({ measured: { calls: 4, from: new Date(start).toISOString(), within60Minutes: 0, hitRate: 0.675 } });
    const shown = await run('cache', 'advise', 'main');
    expect(shown).toMatchObject({ exitCode: 0, stderr: '' });
    expect(shown.stdout).toContain('Measured: 4 calls of this model');
    expect(shown.stdout).toContain('68% of the prompt tokens came from the cache');
    expect(json(await run('cache', 'advise', 'main', '--every', '30m', '--prefix', '20000', '--json'))).toMatchObject({ everyFrom: 'given', prefixFrom: 'given', cheapest: 'long' });
    expect(await readFile(file, 'utf8')).toBe(before);
  });
});

describe('the editor', () => {
  it('changes one agent from the menu, shows the diff, saves, and takes it back to the byte', async () => {
    session = startProgram(home.home, ['cache']);
    await session.until('Prompt cache');
    session.write(keys.down);
    await session.until('› ');
    session.write(keys.enter);
    await session.until('Cache retention of alerts');
    session.write(keys.down);
    await session.until('alerts: long (baseline) → none (override)');
    expect(await text()).toBe(config);
    session.write(keys.enter);
    await session.until('What will be written');
    await session.until("cacheRetention: 'none'");
    expect(await text()).toBe(config);
    session.write(keys.enter);
    await session.until('Saved. u takes it back.');
    expect(json5.parse(await text()).agents.list[1].params).toEqual({ cacheRetention: 'none' });
    session.write('u');
    await session.until('Taken back');
    expect(await text()).toBe(config);
    session.write(keys.escape);
    expect(await session.exited).toMatchObject({ exitCode: 0 });
  });

  it('ends in the same file when all keys come in one write', async () => {
    session = startProgram(home.home, ['cache']);
    await session.until('Prompt cache');
    session.write(keys.down + keys.enter + keys.down + keys.enter + keys.enter);
    await session.until('Saved. u takes it back.');
    expect(json5.parse(await text()).agents.list[1].params).toEqual({ cacheRetention: 'none' });
  });

  it('shows a new plan instead of saving over what changed meanwhile', async () => {
    session = startProgram(home.home, ['cache']);
    await session.until('Prompt cache');
    session.write(keys.enter + keys.down + keys.enter);
    await session.until('What will be written');
    await writeFile(path, config.replace('// my gateway', '// yours'));
    session.write(keys.enter);
    await session.until('file changed meanwhile');
    expect(await text()).toContain('// yours');
    session.write(keys.enter);
    await session.until('Saved. u takes it back.');
    expect(await text()).toContain('// yours');
    expect(json5.parse(await text()).agents.list[0].params).toEqual({ cacheRetention: 'none' });
  });

  it('explains what works where agents cannot have params, before anything is chosen', async () => {
    session = startProgram(home.home, ['cache', '--openclaw-version', '2026.2.24'], { columns: 100 });
    await session.until('Prompt cache');
    session.write(keys.enter + keys.down);
    await session.until('2026.3.13 is the');
    session.write(keys.escape);
    await session.until('Prompt cache');
    session.write(`b${keys.down}`);
    await session.until(`Cache retention of ${opus}`);
    session.write(keys.escape + keys.escape);
    expect(await session.exited).toMatchObject({ exitCode: 0 });
    expect(await text()).toBe(config);
  });

  it('migrates the older setting after the person chose what to keep, and takes it back to the byte', async () => {
    const old = `{ auth: { profiles: { 'anthropic:default': { provider: 'anthropic', mode: 'api_key' } } },
  agents: { defaults: { models: { '${opus}': { params: { cacheControlTtl: '1h' } } } } } } // end\n`;
    await writeFile(path, old);
    session = startProgram(home.home, ['cache', '--openclaw-version', '2026.2.24']);
    await session.until('Prompt cache');
    session.write('m');
    await session.until('Take what the old setting says');
    session.write(keys.down + keys.enter);
    await session.until('What will be written');
    session.write(keys.enter);
    await session.until('Saved. u takes it back.');
    expect(json5.parse(await text()).agents.defaults.models[opus].params).toEqual({ cacheRetention: 'long' });
    session.write('u');
    await session.until('Taken back');
    expect(await text()).toBe(old);
  });

  it('reckons the cost with two sliders', async () => {
    session = startProgram(home.home, ['cache']);
    await session.until('Prompt cache');
    session.write('a');
    await session.until(/✓ long +\$0\.48 a day/);
    session.write('\u001B[C'.repeat(20));
    await session.until(/✓ none .*cheapest/);
    session.write(keys.escape + keys.escape);
    expect(await session.exited).toMatchObject({ exitCode: 0 });
  });

  it('reckons the cost from OpenClaw’s own transcripts where there are some, also when the keys come in one write', async () => {
    const hour = 3_600_000;
    const line = (hours: number): string => {
      const usage = { input: 1000, output: 5, cacheRead: 9000, cacheWrite: 0 };
      return JSON.stringify({ type: 'message', message: { role: 'assistant', provider: 'anthropic', model: 'claude-opus-4-6', timestamp: Date.now() - hours * hour, usage } });
    };
    await home.write('.openclaw/agents/main/sessions/s.jsonl.reset.2026-01-01T00-00-00.000Z', [9, 7, 5, 3].map((hours) => `${line(hours)}\n`).join(''));
    session = startProgram(home.home, ['cache'], { columns: 100 });
    await session.until('Prompt cache');
    session.write(`a\u001B[D`);
    await session.until(/< 1 hr 30 min > *$/m);
    await session.until('< 9,000 > measured');
    session.write('m');
    await session.until('< 2 hr > measured');
    await session.until('Measured: 4 calls of this model');
  });

  it.each([
    [44, 16],
    [120, 40],
  ])('fits %ix%i', async (columns, rows) => {
    session = startProgram(home.home, ['cache'], { columns, rows });
    await session.until('alerts');
    session.write(keys.enter);
    await session.until(/inherit[\s\S]*none[\s\S]*short[\s\S]*long/);
    session.write(keys.controlC);
    expect(await session.exited).toMatchObject({ exitCode: 0 });
  });
});
