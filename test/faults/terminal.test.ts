import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAlive } from '../../src/changes/process-facts.ts';
import { anthropicHome, type AnthropicHome } from '../support/anthropic-home.ts';
import { apiKey } from '../support/homes.ts';
import { keys, program } from '../support/program.ts';
import type { PtySession } from '../support/pty.ts';
import { commandPid, exitCodeOf, startUnderShell, wrongsOf } from '../support/under-shell.ts';
import { FaultCount } from './support/fault-row.ts';
import { lacks } from './support/needs.ts';

const key = apiKey('t');
const piece = 't'.repeat(24);

let home: AnthropicHome;
const sessions: PtySession[] = [];

beforeEach(async () => {
  home = await anthropicHome();
});

afterEach(async () => {
  for (const session of sessions.splice(0)) {
    session.kill('SIGKILL');
    await session.exited;
  }
  await home.dispose();
});

/** @param meddling JavaScript that runs in the program before it, as a fault of ours would */
function start(args: readonly string[], meddling = ''): PtySession {
  const env = { HOME: home.home, PATH: '/usr/bin:/bin', XDG_CONFIG_HOME: `${home.home}/.config` };
  const before = meddling === '' ? [] : ['--import', `data:text/javascript,${encodeURIComponent(meddling)}`];
  const session = startUnderShell([process.execPath, ...before, program, ...args], { cwd: home.home, env });
  sessions.push(session);
  return session;
}

type Place = readonly [name: string, args: readonly string[], typed: string, shown: string | RegExp];

const signals = [
  'SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT', 'SIGABRT', 'SIGALRM', 'SIGVTALRM', 'SIGPROF', 'SIGUSR2', 'SIGXCPU', 'SIGIO', 'SIGPWR', 'SIGSTKFLT', 'SIGTRAP', 'SIGSYS',
] as const;

const { enter } = keys;
const pasted = enter + enter + keys.paste(key);

const places: readonly Place[] = [
  ['the first screen', ['onboard'], '', '1/6 Found'],
  ['a key in the field', ['onboard'], pasted, '108 characters'],
  ['a check under way', ['onboard'], `${pasted}${enter}`, 'List of models'],
  ['the dashboard', ['status'], '', 'clawdial'],
  ['the cache editor', ['cache'], '', 'Prompt cache'],
];

async function arrive([, args, typed, shown]: Place, meddling = ''): Promise<PtySession> {
  home.server.use(typed.endsWith(enter) ? 'hang' : 'normal');
  const session = start(args, meddling);
  await session.until(/\S/, 20_000);
  session.write(typed);
  await session.until(shown, 20_000);
  return session;
}

describe.skipIf(lacks('procfs'))('the terminal comes back', () => {
  it('after every signal, on every screen, and the program dies by it', async (context) => {
    const count = new FaultCount(`each of ${signals.length} deadly signals on the screens: terminal restored, died by it`);
    for (const [index, place] of places.entries()) {
      // Every signal on the first screen, the two that come from people and systems on all of them.
      for (const signal of index === 0 ? signals : signals.slice(0, 2)) {
        const session = await arrive(place);
        process.kill(commandPid(session), signal);
        const exit = await exitCodeOf(session);
        count.tries += 1;
        if (exit !== 128 + constants.signals[signal]) count.lost(`${signal} on ${place[0]}: ended with ${exit}`);
        for (const wrong of wrongsOf(session)) count.torn(`${signal} on ${place[0]}: ${wrong}`);
        if (session.bytes().includes(piece)) count.leaked(`${signal} on ${place[0]}`);
      }
    }
    count.close(context);
  });

  it('after a fault of our own, in one line without the key, never with exit code 0', async (context) => {
    const count = new FaultCount('uncaught exception, unhandled rejection, exception while drawing: terminal restored, exit code 1');
    // SIGURG does nothing by itself: here it brings the fault.
    const faults: Readonly<Record<string, string>> = {
      'uncaught exception': `process.on('SIGURG', () => { setTimeout(() => { throw new Error('with ${key}') }, 0) })`,
      'unhandled rejection': `process.on('SIGURG', () => { void Promise.reject(new Error('with ${key}')) })`,
      'exception while drawing': `process.on('SIGURG', () => { Array.prototype.flatMap = () => { throw new Error('with ${key}') } })`,
    };
    for (const [what, meddling] of Object.entries(faults)) {
      for (const place of [places[0], places[1], places[3]].filter((one) => one !== undefined)) {
        const session = await arrive(place, meddling);
        process.kill(commandPid(session), 'SIGURG');
        // The next frame meets the fault.
        session.resize(100, 30);
        session.write(keys.down);
        const exit = await exitCodeOf(session);
        count.tries += 1;
        if (exit !== 1) count.lost(`${what} on ${place[0]}: ended with ${exit}`);
        for (const wrong of wrongsOf(session)) count.torn(`${what} on ${place[0]}: ${wrong}`);
        const shown = session.screen().join('\n');
        if (session.bytes().includes(piece)) count.leaked(`${what} on ${place[0]}: ${shown}`);
        if (!shown.includes('[secret]') || /\bat .*\(?(?:file|data|node):/.test(shown)) count.lost(`${what} on ${place[0]} is told as: ${shown.trim()}`);
      }
    }
    count.close(context);
  });

  it('after a storm of sizes, without a crash, and never with the scrollback erased', async (context) => {
    const count = new FaultCount('a storm of window sizes from 1x1 to 500x200 on five screens');
    const sizes = [[1, 1], [2, 1], [1, 50], [500, 200], [20, 5], [44, 16], [39, 9], [500, 1], [80, 24], [3, 3], [200, 50], [10, 200]] as const;
    for (const place of places) {
      const session = await arrive(place);
      for (const [columns, rows] of [...sizes, ...sizes.toReversed()]) {
        count.tries += 1;
        session.resize(columns, rows);
        session.write(keys.down);
        if (count.tries % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 30));
      }
      session.resize(80, 24);
      await session.until(place[3], 20_000);
      session.write(keys.controlC);
      const exit = await exitCodeOf(session);
      if (exit !== 0) count.lost(`${place[0]}: ended with ${exit}`);
      for (const wrong of wrongsOf(session)) count.torn(`${place[0]}: ${wrong}`);
    }
    count.close(context);
  });
});

describe.skipIf(lacks('procfs'))('a parent that is gone', () => {
  it('ends the program, on every screen', async (context) => {
    const count = new FaultCount('the shell killed, or the window closed, under five screens: the program ends');
    for (const place of places) {
      for (const how of ['the shell is killed', 'the window is closed'] as const) {
        const session = await arrive(place);
        const pid = commandPid(session);
        if (how === 'the shell is killed') process.kill(session.pid, 'SIGKILL');
        else session.closeWindow();
        count.tries += 1;
        if (!(await isGone(pid, 30_000))) count.lost(`${how} under ${place[0]}: still there`);
        if (session.bytes().includes(piece)) count.leaked(`${how} under ${place[0]}`);
      }
    }
    count.close(context);
  });
});

/** @returns whether a process ends in time */
async function isGone(pid: number, patienceMs: number): Promise<boolean> {
  for (const until = performance.now() + patienceMs; performance.now() < until; await new Promise((resolve) => setTimeout(resolve, 20))) {
    if (!isAlive(pid)) return true;
  }
  process.kill(pid, 'SIGKILL');
  return false;
}

describe('a reader that goes away', () => {
  it.each(['models status --json', 'doctor', 'cache list', '--help'])('%s ends without a word', async (line) => {
    const child = spawn('sh', ['-c', '"$@" | head -c 1 >/dev/null; exit 0', 'sh', process.execPath, program, ...line.split(' ')], {
      env: { HOME: home.home, PATH: '/usr/bin:/bin' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let complaint = '';
    child.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
    await once(child, 'close');
    expect(complaint).not.toMatch(/EPIPE|Error| at /);
  });
});
