import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { isAlive } from '../../src/changes/process-facts.ts';
import { runProgram, type ProgramRun } from '../../src/openclaw-program/run-program.ts';
import { Secret } from '../../src/terminal/secret.ts';
import { testProgram } from '../support/test-programs.ts';

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'clawdial-run-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const node = (script: string, more: Partial<ProgramRun> = {}): ProgramRun => ({
  program: process.execPath,
  argv: ['-e', script],
  environment: new Map([['ONLY', new Secret('this')]]),
  workingDirectory: directory,
  input: null,
  deadlineMs: 20_000,
  ...more,
});

describe('a program that we run', () => {
  it('gets its input with a line end, its environment and nothing else', async () => {
    const end = await runProgram(node("console.log(JSON.stringify([require('fs').readFileSync(0, 'utf8'), Object.keys(process.env)]))", { input: new Secret('four words of it') }));
    expect(end).toMatchObject({ outcome: { by: 'exit', code: 0 }, stderr: '' });
    expect(JSON.parse(end.stdout)).toEqual(['[secret]\n', ['ONLY']]);
  });

  it('has no terminal to ask on', async () => {
    const end = await runProgram(node("try { require('fs').openSync('/dev/tty', 'r'); } catch (error) { console.log(error.code); }"));
    expect(end.stdout).toMatch(/ENXIO|ENOENT/);
  });

  it('may close its input early', async () => {
    const end = await runProgram(node('process.stdin.destroy(); process.exitCode = 3;', { input: new Secret('x'.repeat(1_000_000)) }));
    expect(end.outcome).toEqual({ by: 'exit', code: 3 });
  });

  it('is cut off with all that it started when its time is over', async () => {
    const end = await runProgram(node("const { pid } = require('child_process').spawn('sleep', ['600'], { stdio: 'inherit' }); console.log(pid); process.on('SIGTERM', () => 0); setInterval(() => 0, 1000);", { deadlineMs: 1000 }));
    expect(end.outcome).toEqual({ by: 'deadline', afterMs: 1000 });
    // Killed is not yet buried: that takes the system a moment.
    await vi.waitFor(() => expect(isAlive(Number(end.stdout))).toBe(false));
  });

  it('leaves nothing in the background', async () => {
    const end = await runProgram(node("const child = require('child_process').spawn('sleep', ['600'], { stdio: 'inherit' }); child.unref(); console.log(child.pid);"));
    expect(end.outcome).toEqual({ by: 'exit', code: 0 });
    // Killed is not yet buried: that takes the system a moment.
    await vi.waitFor(() => expect(isAlive(Number(end.stdout))).toBe(false));
  });

  it('cannot flood us, and no half of the secret stands at the cut', async () => {
    const secret = new Secret('sk-other-0123456789-0123456789');
    const end = await runProgram(node("const key = require('fs').readFileSync(0, 'utf8').trim(); process.stdout.write(key.repeat(100000))", { input: secret }));
    expect(end.stdout.length).toBeLessThan(1_200_000);
    expect(end.stdout.replaceAll('[secret]', '')).toBe('');
  });

  it('that is not there is said with its errno name', async () => {
    expect(await runProgram({ ...node(''), program: join(directory, 'nobody') })).toEqual({ outcome: { by: 'not-started', code: 'ENOENT' }, stdout: '', stderr: '' });
  });

  it('ends when it is called off', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 300);
    expect((await runProgram(node('setInterval(() => 0, 1000)', { signal: controller.signal }))).outcome).toEqual({ by: 'cancelled' });
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('does not outlive us when %s ends us', async (signal) => {
    const script = testProgram('openclaw-program/programs/waiting');
    const pidFile = join(directory, `${signal}.pid`);
    const parent = spawn(process.execPath, [script, pidFile], { stdio: 'ignore' });
    const exited = once(parent, 'exit');
    const pid = await pidIn(pidFile);
    parent.kill(signal);
    expect((await exited)[1]).toBe(signal);
    for (let tries = 0; tries < 50 && isAlive(pid); tries += 1) await pause(20);
    expect(isAlive(pid)).toBe(false);
  });
});

async function pidIn(path: string): Promise<number> {
  for (;;) {
    const text = await readFile(path, 'utf8').catch(() => '');
    if (text.endsWith('\n')) return Number(text);
    await pause(20);
  }
}
