import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { constants } from 'node:os';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { startInPty, type PtySession } from '../support/pty.ts';
import { testProgram } from '../support/test-programs.ts';
import { commandPid, exitCodeOf, startUnderShell, wrongsOf } from '../support/under-shell.ts';

const program = testProgram('terminal/programs/guarded');
const canary = `sk-ant-api03-${'C'.repeat(93)}AA`;
let session: PtySession | null = null;

async function start(env: Readonly<Record<string, string>> = {}): Promise<PtySession> {
  session = startInPty('node', [program], { env: { CANARY: canary, ...env } });
  await session.until('ready');
  return session;
}

afterEach(() => {
  session?.kill('SIGKILL');
  session = null;
});

/** All that a program may answer and whose default is death (signal(7)); the rest no program can come back from. */
const deadly = [
  'SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGABRT', 'SIGALRM', 'SIGVTALRM', 'SIGPROF', 'SIGUSR2', 'SIGXCPU', 'SIGIO', 'SIGPWR', 'SIGSTKFLT', 'SIGTRAP', 'SIGSYS',
] as const satisfies readonly NodeJS.Signals[];

/** What the terminal's own settings are, read from outside. */
function settings(pid: number): string {
  const device = readlinkSync(`/proc/${pid}/fd/0`);
  return execFileSync('stty', ['-F', device, '-a'], { encoding: 'utf8' });
}

/** The sockets on which a process listens, as the kernel lists them. */
function listeningPorts(pid: number): readonly string[] {
  const inodes = new Set(readdirSync(`/proc/${pid}/fd`).map((fd) => /^socket:\[(\d+)\]$/.exec(linkOf(`/proc/${pid}/fd/${fd}`))?.[1]));
  const table = readFileSync(`/proc/${pid}/net/tcp`, 'utf8').trim().split('\n').slice(1).map((line) => line.trim().split(/\s+/));
  return table.filter((fields) => fields[3] === '0A' && inodes.has(fields[9])).map((fields) => fields[1] ?? '');
}

/** A descriptor may be gone again by the time it is looked at. */
function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

/** `T` for a stopped process. */
function processState(pid: number): string {
  return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').charAt(0);
}

function expectRestored({ bytes, terminal }: PtySession): void {
  expect(bytes()).toContain('\u001B[?1049l');
  expect(terminal.buffer.active.type).toBe('normal');
  expect(bytes().lastIndexOf('\u001B[?25h')).toBeGreaterThan(bytes().lastIndexOf('\u001B[?25l'));
  expect(bytes()).not.toContain('\u001B[3J');
}

describe('dying', () => {
  test.each(deadly)('%s restores the terminal and is what the program dies of', async (signal) => {
    session = startUnderShell(['node', program], { env: { CANARY: canary } });
    await session.until('ready');
    process.kill(commandPid(session), signal);
    expect(await exitCodeOf(session)).toBe(128 + constants.signals[signal]);
    expect(wrongsOf(session)).toEqual([]);
  });

  test('a signal waits until what is being saved is saved', async () => {
    const running = await start({ SAVE_MS: '300' });
    running.write('s');
    await running.until('keys=s');
    running.kill('SIGTERM');
    expect(await running.exited).toMatchObject({ signal: constants.signals.SIGTERM });
    expect(running.bytes()).toContain('saved');
    expectRestored(running);
  });

  test('a second signal does not wait', async () => {
    const running = await start({ SAVE_MS: '60000' });
    running.write('s');
    await running.until('keys=s');
    running.kill('SIGTERM');
    running.kill('SIGINT');
    await running.exited;
    expect(running.bytes()).not.toContain('saved');
    expectRestored(running);
  });

  test('an error thrown by a key handler ends in one line without the credential, exit code 1', async () => {
    const running = await start();
    running.write('t');
    expect(await running.exited).toMatchObject({ exitCode: 1 });
    expectRestored(running);
    expect(running.screen().join('')).toContain('Error: thrown with [secret].');
    expect(running.bytes()).not.toContain(canary);
    expect(running.bytes()).not.toMatch(/\bat .*guarded\.ts/);
    expect(running.screen().join('')).not.toContain('ready');
  });

  test('a rejection that no one handles ends in one line without the credential, exit code 1', async () => {
    const running = await start();
    running.write('u');
    expect(await running.exited).toMatchObject({ exitCode: 1 });
    expectRestored(running);
    expect(running.screen().join('')).toContain('Error: rejected with [secret].');
    expect(running.bytes()).not.toContain(canary);
  });

  test.each(['SIGUSR1', 'SIGXFSZ'] as const)('%s does nothing: no debugger opens, no screen ends', async (signal) => {
    const running = await start();
    running.kill(signal);
    running.write('a');
    await running.until('keys=a');
    expect(running.bytes()).not.toContain('Debugger');
    expect(listeningPorts(running.pid)).toEqual([]);
    running.write('q');
    expect(await running.exited).toMatchObject({ exitCode: 0, signal: 0 });
  });

  test('a normal end is not disturbed', async () => {
    const running = await start();
    running.write('q');
    expect(await running.exited).toMatchObject({ exitCode: 0, signal: 0 });
    expect(running.screen()[0]).toBe('left properly');
  });
});

describe('stopping and continuing', () => {
  test('Ctrl+Z gives a normal terminal back and stops; after continuing, screen and keys are as before', async () => {
    const running = await start();
    running.write('a');
    await running.until('keys=a');
    expect(settings(running.pid)).toMatch(/-icanon/);
    running.write('\u001A');
    await vi.waitFor(() => expect(processState(running.pid)).toBe('T'), { timeout: 5000 });
    expect(settings(running.pid)).toMatch(/ icanon/);
    expect(settings(running.pid)).toMatch(/ echo /);
    await vi.waitFor(() => expect(running.terminal.buffer.active.type).toBe('normal'));
    running.kill('SIGCONT');
    await running.untilScreen(([first]) => first === 'ready keys=a', 'the screen again');
    running.write('b');
    await running.until('keys=ab');
    expect(running.terminal.buffer.active.type).toBe('alternate');
  });

  test('a stop signal from outside gives a normal terminal back too', async () => {
    const running = await start();
    running.kill('SIGTSTP');
    await vi.waitFor(() => expect(processState(running.pid)).toBe('T'), { timeout: 5000 });
    expect(settings(running.pid)).toMatch(/ icanon/);
    running.kill('SIGCONT');
    await vi.waitFor(() => expect(settings(running.pid)).toMatch(/-icanon/), { timeout: 5000 });
    running.write('b');
    await running.until('ready keys=b');
  });

  test('after a stop that the program could not see, it takes the terminal again and draws its screen', async () => {
    const running = await start();
    running.kill('SIGSTOP');
    await vi.waitFor(() => expect(processState(running.pid)).toBe('T'), { timeout: 5000 });
    execFileSync('stty', ['-F', readlinkSync(`/proc/${running.pid}/fd/0`), 'sane']);
    running.terminal.write('\u001B[2J');
    running.kill('SIGCONT');
    await running.untilScreen(([first]) => first === 'ready keys=', 'the screen again');
    await vi.waitFor(() => expect(settings(running.pid)).toMatch(/-icanon/), { timeout: 5000 });
  });

  test('a child gets every key that is typed while it has the terminal', async () => {
    const running = await start();
    running.write('c');
    await running.until('child ready');
    running.write('hello from the keyboard\r');
    await running.until('child got [hello from the keyboard]');
    running.write('\r');
    await running.until('ready keys=c');
    running.write('x');
    await running.until('keys=cx');
  });
});
