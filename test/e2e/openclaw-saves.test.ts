import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anthropicHome, type AnthropicHome } from '../support/anthropic-home.ts';
import { writeStateDatabase } from '../support/databases.ts';
import { fakeOpenClaw } from '../support/fake-openclaw.ts';
import { apiKey } from '../support/homes.ts';
import { keys, runProgram, startProgram, type Finished } from '../support/program.ts';

/** As 2026.9.6 keeps it, with a base URL on this machine. */
const config = (baseUrl: string): object => ({
  models: { providers: { anthropic: { baseUrl, models: [] } } },
  agents: { defaults: { model: { primary: 'anthropic/claude-opus-5' } }, entries: { main: {} } },
  meta: { lastTouchedVersion: '2026.9.6' },
});

let home: AnthropicHome;

beforeEach(async () => {
  home = await anthropicHome(config);
  await writeStateDatabase(home.stateDir, { version: 1, profiles: {} });
});

afterEach(() => home.dispose());

describe('clawdial onboard --non-interactive on OpenClaw 2026.9.6', () => {
  it('saves through OpenClaw and says who uses it', async () => {
    const done = await onboard(await fakeOpenClaw(home.home, 'saves'));
    expect(done).toMatchObject({ exitCode: 0 });
    const command = ['models', 'auth', '--agent', 'main', 'paste-api-key', '--provider', 'anthropic', '--profile-id', 'anthropic:default'];
    expect(JSON.parse(done.stdout)).toMatchObject({ ok: true, verdict: 'valid', agents: ['main'], commands: [[join(home.home, 'fake/openclaw'), ...command]] });
    expect(done.stdout + done.stderr).not.toContain(apiKey('k'));
  });

  it('saves nothing when OpenClaw does not, with what it said and what to try', async () => {
    const done = await onboard(await fakeOpenClaw(home.home, 'garbage'));
    expect(done).toMatchObject({ exitCode: 1 });
    const answer: { ok: boolean; error: { message: string; advice: string } } = JSON.parse(done.stdout);
    expect(answer).toMatchObject({ ok: false, agents: [], files: [] });
    expect(answer.error.message).toContain('openclaw ended with code 7');
    expect(answer.error.advice).toContain('bad key [secret]');
    expect(done.stdout + done.stderr).not.toContain(apiKey('k'));
    expect(await home.readConfig()).toEqual(config(home.server.url));
  });

  it('shows the command with --dry-run and starts nothing', async () => {
    const done = await onboard(await fakeOpenClaw(home.home, 'saves'), ['--dry-run']);
    expect(JSON.parse(done.stdout)).toMatchObject({ ok: true, dryRun: true, commands: [expect.arrayContaining(['paste-api-key'])] });
    await expect(readFile(join(home.home, 'record.json'))).rejects.toThrow('ENOENT');
  });

  it('names what is missing, and the command to run, before it reads the key', async () => {
    const done = await onboard('/usr/bin:/bin');
    expect(done).toMatchObject({ exitCode: 1 });
    expect(JSON.parse(done.stdout).error.advice).toContain('openclaw models auth --agent main paste-api-key --provider anthropic');
    expect(home.server.requests).toHaveLength(0);
  });
});

describe('the guided set-up', () => {
  it('shows the command in the review, saves, and says how it is taken back', async () => {
    const session = startProgram(home.home, [], { env: { PATH: await fakeOpenClaw(home.home, 'saves') } });
    try {
      await session.until('1/6 Found');
      const { enter } = keys;
      session.write(enter + enter + keys.paste(apiKey('k')) + enter + enter + enter + enter);
      await session.until('OpenClaw saves it itself');
      session.write(enter);
      await session.until('1 of 1 agents now use the new credential.');
      expect(session.bytes()).not.toContain(apiKey('k'));
    } finally {
      session.kill('SIGKILL');
      await session.exited;
    }
  });

  it('lets Esc end an openclaw that hangs, and keeps the plan', async () => {
    const session = startProgram(home.home, [], { env: { PATH: await fakeOpenClaw(home.home, 'hangs') } });
    try {
      await session.until('1/6 Found');
      const { enter } = keys;
      session.write(enter + enter + keys.paste(apiKey('k')) + enter + enter + enter + enter);
      await session.until('OpenClaw saves it itself');
      session.write(enter);
      await session.until('OpenClaw is saving');
      session.write(keys.escape);
      await session.until('openclaw was stopped, as you wished');
      expect(await home.readConfig()).toEqual(config(home.server.url));
    } finally {
      session.kill('SIGKILL');
      await session.exited;
    }
  });
});

function onboard(path: string, more: readonly string[] = []): Promise<Finished> {
  const argv = ['onboard', '--non-interactive', '--anthropic-api-key', '-', '--trust-base-url', '--json', ...more];
  return runProgram(home.home, argv, `${apiKey('k')}\n`, { PATH: path });
}
