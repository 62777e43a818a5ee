import { mkdir, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anthropicHome, type AnthropicHome } from '../support/anthropic-home.ts';
import { apiKey } from '../support/homes.ts';
import { keys, startProgram } from '../support/program.ts';
import type { PtySession } from '../support/pty.ts';

let home: AnthropicHome;
let session: PtySession | null = null;

beforeEach(async () => {
  home = await anthropicHome();
});

afterEach(async () => {
  session?.kill('SIGKILL');
  await session?.exited;
  session = null;
  await home.dispose();
});

function start(...parameters: Parameters<typeof startProgram>): PtySession {
  session = startProgram(...parameters);
  return session;
}

/** Keys from the first screen to the named one, for an API key. */
const { enter } = keys;
const toPaste = enter + enter;
const toReview = toPaste + keys.paste(apiKey('k')) + enter + enter + enter + enter;

describe('files that cannot be used as they are', () => {
  it('a broken config is named with line and column, and nothing can be written beside it', async () => {
    await writeFile(home.configPath, '{\n  agents: { list: [ }\n}\n');
    const at = start(home.home);
    await at.until(/Read only here: nothing will be written\..*line 2.*column 21/s);
    at.write(enter);
    await at.until('Look around first (demo)');
    expect(at.screen().join('\n')).not.toContain('Anthropic API key');
  });

  it('a config that is a directory', async () => {
    await rm(home.configPath);
    await mkdir(home.configPath);
    await start(home.home).until(/Read only here.*directory/s);
  });

  it('a config that is far too large', async () => {
    await writeFile(home.configPath, `{ "filler": "${'x'.repeat(9_000_000)}" }`);
    await start(home.home).until(/Read only here.*9,000,016\s+bytes/s);
  });

  it('a torn store is not taken for an empty one', async () => {
    await home.write('.openclaw/agents/main/agent/auth-profiles.json', '{ "version": 1, "profiles": { "anthropic:default": { "type": "api_');
    const at = start(home.home);
    await at.until('Read only here: nothing will be written.');
    expect(at.screen().join('\n')).toContain('auth-profiles.json');
  });

  it('a config behind a symlink is edited where it lies, and stays a link', async () => {
    const real = join(home.home, 'dotfiles.json5');
    await writeFile(real, (await home.textOf(home.configPath)) ?? '');
    await rm(home.configPath);
    await symlink(real, home.configPath);
    const at = start(home.home);
    await at.until('1/6 Found');
    at.write(toReview + enter);
    await at.until('Saved anthropic:default.');
    expect(await readFile(real, 'utf8')).toContain('anthropic:default');
    expect((await readdir(home.stateDir, { withFileTypes: true })).find(({ name }) => name === 'openclaw.json')?.isSymbolicLink()).toBe(true);
  });
});

describe('leaving', () => {
  it.each([
    ['1/6 Found', ''],
    ['How do you want to reach Claude?', enter],
    ['Paste your Anthropic API key', toPaste],
    ['Valid: Anthropic answered', toPaste + keys.paste(apiKey('k')) + enter],
    ['Profile id', toPaste + keys.paste(apiKey('k')) + enter + enter],
    ['Default model', toPaste + keys.paste(apiKey('k')) + enter + enter + enter],
    ['What will be written', toReview],
  ])('Ctrl+C at "%s" writes nothing and gives the terminal back', async (place, typed) => {
    const before = await home.textOf(home.configPath);
    const at = start(home.home);
    await at.until('1/6 Found');
    at.write(typed);
    await at.until(place);
    at.write(keys.controlC);
    expect(await at.exited).toMatchObject({ exitCode: 0, signal: 0 });
    expect(await home.textOf(home.configPath)).toBe(before);
    expect(await home.textOf(home.storePath())).toBeNull();
    expect(at.bytes()).toContain('\u001B[?1049l');
    expect(at.bytes()).toMatch(/\u001B\[\?25h[^\u001B]*(?:\u001B\[\?[^h]*l[^\u001B]*)*Nothing was written\./);
  });

  it('Esc cancels a check that gets no answer, at once', async () => {
    home.server.use('hang');
    const at = start(home.home);
    await at.until('1/6 Found');
    at.write(toPaste + keys.paste(apiKey('k')) + enter);
    await at.until('List of models');
    at.write(keys.escape);
    await at.until('Paste your Anthropic API key');
    at.write(keys.controlC);
    expect(await at.exited).toMatchObject({ exitCode: 0 });
  });

  it('keys typed while a check runs do not answer its failure', async () => {
    home.server.use('invalid-api-key');
    const at = start(home.home);
    await at.until('1/6 Found');
    at.write(toPaste + keys.paste(apiKey('k')) + enter + keys.down + keys.down + enter + enter + enter + enter);
    await at.until('Rejected');
    await at.until('› Try again');
    expect(await home.textOf(home.storePath())).toBeNull();
  });

  it.each(['SIGTERM', 'SIGHUP', 'SIGINT'] as const)('%s gives the terminal back and dies by it', async (signal) => {
    const at = start(home.home);
    await at.until('1/6 Found');
    process.kill(at.pid, signal);
    const { signal: number } = await at.exited;
    expect(number).toBe({ SIGTERM: 15, SIGHUP: 1, SIGINT: 2 }[signal]);
    expect(at.bytes()).toContain('\u001B[?1049l');
    expect(at.bytes()).toContain('\u001B[?25h');
  });
});

describe('other terminals', () => {
  it('one that is too small says what it needs, and goes on when it has grown', async () => {
    const at = start(home.home, [], { columns: 30, rows: 8 });
    await at.until(/Enlarge the window/);
    at.resize(80, 24);
    await at.until('1/6 Found');
  });

  it.each([
    [80, 24],
    [120, 40],
    [44, 16],
  ])('at %i x %i no line is wider than the screen and the keys stand in the last one', async (columns, rows) => {
    const at = start(home.home, [], { columns, rows });
    await at.until('1/6 Found');
    for (const [place, typed] of [['How do you', enter], ['Paste your', enter], ['108 characters', keys.paste(apiKey('k'))], ['Valid', enter], ['Profile id', enter], ['Default model', enter], ['What will be', enter], ['Saved', enter]] as const) {
      at.write(typed);
      const lines = await at.until(place);
      expect(lines.at(-1)).toMatch(/^ (?:Enter|Esc)/);
    }
  });

  it('NO_COLOR sends no colour', async () => {
    const at = start(home.home, [], { env: { NO_COLOR: '1' } });
    await at.until('1/6 Found');
    // eslint-disable-next-line no-control-regex
    expect(at.bytes()).not.toMatch(/\u001B\[(?:3[0-7]|9[0-7]|38|2)(?:;\d+)*m/);
  });

  it('a terminal without UTF-8 gets ASCII only', async () => {
    const at = start(home.home, [], { env: { LANG: 'C' } });
    await at.until('1/6 Found');
    expect(at.screen().join('')).toMatch(/^[\u0020-\u007E]*$/);
  });
});

describe('while others write', () => {
  it('a config that changed during the review is planned anew, and both edits are kept', async () => {
    const at = start(home.home);
    await at.until('1/6 Found');
    at.write(toReview);
    await at.until('What will be written');
    await writeFile(home.configPath, ((await home.textOf(home.configPath)) ?? '').replace('{\n', "{\n  session: { dmScope: 'main' }, // by hand\n"));
    at.write(enter);
    await at.until('A file changed meanwhile.');
    expect(await home.textOf(home.storePath())).toBeNull();
    at.write(enter);
    await at.until('Saved anthropic:default.');
    expect(await home.readConfig()).toMatchObject({ session: { dmScope: 'main' }, auth: { profiles: { 'anthropic:default': {} } } });
    expect(await home.textOf(home.configPath)).toContain('// by hand');
  });

  it('a lock that someone holds is named, and Esc gives up waiting with the plan still there', async () => {
    await mkdir(join(home.stateDir, 'agents/main/agent'), { recursive: true });
    await writeFile(`${home.storePath()}.lock`, JSON.stringify({ pid: process.pid, createdAt: new Date().toISOString() }));
    const at = start(home.home);
    await at.until('1/6 Found');
    at.write(toReview);
    await at.until('What will be written');
    at.write(enter);
    await at.until('Waiting for');
    at.write(keys.escape);
    await at.until('Enter write these changes');
    expect(await home.textOf(home.storePath())).toBeNull();
    await rm(`${home.storePath()}.lock`);
    at.write(enter);
    await at.until('Saved anthropic:default.');
  });

  it('SIGTERM during saving leaves old or new, no temporary file and no lock', async () => {
    const at = start(home.home);
    await at.until('1/6 Found');
    at.write(toReview);
    await at.until('What will be written');
    at.write(enter);
    process.kill(at.pid, 'SIGTERM');
    await at.exited;
    const store = await home.textOf(home.storePath());
    if (store !== null) expect(JSON.parse(store)).toMatchObject({ profiles: { 'anthropic:default': { key: apiKey('k') } } });
    const names = await readdir(home.stateDir, { recursive: true });
    expect(names.filter((name) => /\.(?:tmp|lock)\b/.test(name))).toEqual([]);
  });
});
