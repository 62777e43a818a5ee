import { chmod, readFile, writeFile } from 'node:fs/promises';
import json5 from 'json5';
import { afterEach, describe, expect, it } from 'vitest';
import { anthropicHome, type AnthropicHome } from '../support/anthropic-home.ts';
import { apiKey, setupToken } from '../support/homes.ts';
import { keys, program, startProgram } from '../support/program.ts';
import { startInPty, type PtyOptions, type PtySession } from '../support/pty.ts';
import { transcriptOf, type Transcript } from '../support/transcript.ts';

const widths = [40, 80, 200] as const;
/** Anything that a terminal would act on, apart from switching on and off that it marks pastes. */
// eslint-disable-next-line no-control-regex
const acting = /\u001B(?!\[\?2004[hl])|[\u0000-\u0006\u0008\u000B\u000C\u000E-\u001A]|[─│┌┐└┘⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏✓✗█░]/;

let home: AnthropicHome | null = null;
let session: PtySession | null = null;

afterEach(async () => {
  session?.kill('SIGKILL');
  await session?.exited;
  await home?.dispose();
  session = null;
  home = null;
});

function start(at: AnthropicHome, args: readonly string[], options: PtyOptions = {}): { readonly at: PtySession; readonly say: Transcript } {
  home = at;
  session = startProgram(at.home, args, options);
  return { at: session, say: transcriptOf(session) };
}

async function expectQuietEnd(at: PtySession): Promise<void> {
  expect(await at.exited).toMatchObject({ exitCode: 0, signal: 0 });
  expect(at.bytes()).not.toMatch(acting);
}

const prompt = /Answer \(.*\): $/;

describe('the guided set-up in lines', () => {
  it.each(widths)('saves a key after a rejected one, at %i columns', async (columns) => {
    const server = await anthropicHome();
    const { at, say } = start(server, ['--accessible'], { columns });
    expect(await say.answer(prompt, '1')).toContain('Step 1 of 6: Found');
    expect(await say.answer(prompt, '1')).toContain('1. Anthropic API key. Best for always-on');
    await say.answer('It is not shown: ', keys.paste(apiKey('k').replace('sk-ant-api03', 'sk-ant-sid01')));
    await say.hear(/Problem: .*It is not shown: /);
    server.server.use('invalid-api-key');
    at.write(`${keys.paste(`export ANTHROPIC_API_KEY="${apiKey('k').slice(0, 60)}\n${apiKey('k').slice(60)}"\n`)}`);
    at.write(keys.enter);
    const rejected = await say.answer(/1\. Try again.*Answer \(.*\): $/, 'b');
    expect(rejected).toContain('API key sk-ant-api03-…kkAA, 108 characters');
    expect(rejected).toContain('Taken out: ');
    expect(rejected).toContain('Problem: Rejected: Anthropic does not accept this credential.');
    server.server.use('normal');
    await say.answer('It is not shown: ', keys.paste(apiKey('k')));
    expect(await say.answer(/1\. Go on.*Answer \(.*\): $/, '1')).toMatch(/OK: List of models.*OK: Valid: Anthropic answered with this credential\./);
    await say.answer('Profile id (Enter keeps anthropic:default): ', 'work');
    await say.answer(/Problem: Begin with anthropic: .*\): $/, 'anthropic:work');
    await say.answer(/Default model.*1\. Keep anthropic\/claude-opus-4-6.*\): $/, '1');
    expect(await say.answer(/1\. Write these changes.*\): $/, '')).toContain('What will be written');
    await say.answer(/What will be written.*\): $/, '1');
    expect(await say.answer(/1\. Go to the status.*\): $/, '1')).toMatch(/Saving….*OK: Saved anthropic:work\. 1 of 1 agents now use the new credential\./);
    expect(await say.answer(prompt, 'q')).toContain('1. OK: anthropic:work, API key sk-ant-api03-…kkAA, in use, used by main');
    await expectQuietEnd(at);
    expect(JSON.parse((await server.textOf(server.storePath())) ?? '')).toMatchObject({ profiles: { 'anthropic:work': { type: 'api_key', key: apiKey('k') } } });
    expect(at.bytes()).not.toContain(apiKey('k').slice(20, 60));
  });

  it('takes a whole way typed ahead in one write, and shows no secret of it', async () => {
    const { at, say } = start(await anthropicHome(), ['onboard'], { env: { ACCESSIBLE: '1' } });
    await say.hear(prompt);
    at.write(`1\r1\r${keys.paste(apiKey('k'))}\r1\r\r1\r1\r1\rq\r`);
    await expectQuietEnd(at);
    expect(at.bytes()).toContain('Saved anthropic:default.');
    expect(at.bytes()).not.toContain(apiKey('k').slice(20, 60));
  });

  it('goes through the notice to a setup-token, back, and out; nothing is written', async () => {
    const server = await anthropicHome();
    const { at, say } = start(server, ['--accessible', 'onboard']);
    await say.answer(prompt, '1');
    await say.answer(prompt, '2');
    await say.answer(/Before you use a setup-token.*Last checked.*\): $/, '1');
    await say.answer(/claude setup-token.*\): $/, '1');
    await say.hear('Paste your setup-token, then press Enter. It is not shown: ');
    at.write(keys.escape);
    await say.answer(/Back\. .*Get a setup-token.*\): $/, 'x');
    await say.answer('x is none of the answers here.', '?');
    await say.hear(/What can be typed here.*q, or Ctrl\+C: leave.*\): $/);
    at.write(keys.controlC);
    await expectQuietEnd(at);
    expect(at.bytes()).toContain('Nothing was written.');
    expect(await server.textOf(server.storePath())).toBeNull();
  });

  it('takes a typed character back as a terminal does, and nothing else moves the cursor', async () => {
    const { at, say } = start(await anthropicHome(), ['--accessible']);
    await say.hear(prompt);
    at.write('漢7\u007F\u007F');
    await say.hear('漢7\b \b\b\b \b\b');
    at.write('q\r');
    expect(await at.exited).toMatchObject({ exitCode: 0 });
  });

  it('hands the terminal to claude and takes it back', async () => {
    const server = await anthropicHome();
    await chmod(await server.write('bin/claude', '#!/bin/sh\necho "claude $1 here"\nread -r line\necho "claude got [$line]"\n'), 0o755);
    const { at, say } = start(server, ['--accessible'], { env: { PATH: `${server.home}/bin:/usr/bin:/bin` } });
    await say.answer(prompt, '1');
    await say.answer(prompt, '2');
    await say.answer(prompt, '1');
    await say.answer(/2\. Run claude setup-token here.*\): $/, 'c');
    await say.answer('claude setup-token here', 'for claude');
    await say.answer(/claude got \[for claude\].*press Enter/, '');
    await say.answer(/Get a setup-token.*\): $/, 'q');
    await expectQuietEnd(at);
  });

  it('is what a terminal that cannot move its cursor gets', async () => {
    // The terminal itself sets TERM, so it is changed on the way.
    home = await anthropicHome();
    const at = startInPty('/usr/bin/env', ['TERM=dumb', 'LANG=C', process.execPath, program], { env: { HOME: home.home } });
    session = at;
    const say = transcriptOf(at);
    await say.answer(prompt, 'q');
    await expectQuietEnd(at);
    expect(at.bytes()).toMatch(/^[\u0020-\u007E\r\n]*$/);
  });
});

const opus = 'anthropic/claude-opus-4-6';
const cacheConfig = (baseUrl: string): string => `{
  // kept
  meta: { lastTouchedVersion: '2026.3.13' },
  models: { providers: { anthropic: { baseUrl: '${baseUrl}', models: [] } } },
  agents: { defaults: { models: { '${opus}': { params: { cacheRetention: 'short' } } } }, list: [{ id: 'main' }, { id: 'alerts' }] },
}
`;

describe('the cache editor in lines', () => {
  it.each(widths)('sets none, takes it back, and hears what each would cost, at %i columns', async (columns) => {
    const server = await anthropicHome(cacheConfig);
    const before = await readFile(server.configPath, 'utf8');
    const { at, say } = start(server, ['cache', '--accessible'], { columns });
    expect(await say.answer(prompt, '2')).toContain('2. alerts: short, on the wire 5m, from baseline, nothing set for it alone.');
    expect(await say.answer(/Cache retention of alerts.*\): $/, '2')).toContain('2. none: nothing is cached: every call pays the full input price. With this: alerts: short (baseline) → none (override)');
    await say.answer(/What will be written.*1\. Write these changes.*\): $/, '1');
    expect(await say.hear(/Saved\. u takes it back\..*\): $/)).toContain('2. alerts: none, on the wire not cached, from override, set for it alone.');
    expect(json5.parse(await readFile(server.configPath, 'utf8'))).toMatchObject({ agents: { list: [{ id: 'main' }, { id: 'alerts', params: { cacheRetention: 'none' } }] } });
    at.write('u\r');
    await say.hear(/Taken back.*\): $/);
    expect(await readFile(server.configPath, 'utf8')).toBe(before);
    at.write('1\r');
    await say.answer(/Cache retention of main.*5\. Hear what each would cost.*\): $/, '5');
    await say.answer(/What caching would cost.*a day.*\): $/, '3');
    await say.answer(/every < 15 min >.*\): $/, 'b');
    await say.answer(prompt, 'q');
    await expectQuietEnd(at);
  });
});

describe('the status in lines', () => {
  const config = (baseUrl: string): object => ({
    meta: { lastTouchedVersion: '2026.2.24' },
    models: { providers: { anthropic: { baseUrl, models: [] } } },
    agents: { list: [{ id: 'main', default: true }] },
    gateway: { port: 1 },
  });
  const store = (cooldownUntil: number, more: object = {}): object => ({
    version: 1,
    profiles: { 'anthropic:busy': { type: 'api_key', provider: 'anthropic', key: apiKey('b') }, ...more },
    usageStats: { 'anthropic:busy': { errorCount: 1, cooldownUntil, lastFailureAt: Date.now(), failureCounts: { rate_limit: 1 } } },
  });

  it.each(widths)('says when a cooldown is over and when a profile comes, with what was typed kept, at %i columns', async (columns) => {
    const until = Date.now() + 6000;
    const server = await anthropicHome(config, { stores: { main: store(until) } });
    const { at, say } = start(server, ['status', '--accessible'], { columns });
    expect(await say.hear(prompt)).toContain('1. Attention: anthropic:busy, API key sk-ant-api03-…bbAA, cooldown 0:0');
    at.write('1');
    await say.hear(/anthropic:busy is now in use; it was cooldown\. .*Answer \(.*\): 1$/);
    await writeFile(server.storePath(), JSON.stringify(store(until, { 'anthropic:new': { type: 'token', provider: 'anthropic', token: setupToken('n') } })));
    await say.hear(/New: .*anthropic:new, setup-token sk-ant-oat01-…nnAA.*Answer \(.*\): 1$/);
    at.write(keys.enter);
    await say.answer(/t\. check the selected credential live with Anthropic.*\): $/, 't');
    await say.answer(/OK: List of models.*OK: Valid: Anthropic answered.*\): $/, 'b');
    await say.answer(prompt, 'q');
    await expectQuietEnd(at);
  });
});
