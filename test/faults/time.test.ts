import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, type TestContext } from 'vitest';
import { anthropicHome, type AnthropicHome } from '../support/anthropic-home.ts';
import { apiKey, setupToken } from '../support/homes.ts';
import { keys, program, startProgram } from '../support/program.ts';
import type { PtySession } from '../support/pty.ts';
import { FaultCount } from './support/fault-row.ts';
import { JumpingClock } from './support/jumping-clock.ts';
import { lacks } from './support/needs.ts';
import { bundled } from './support/programs.ts';
import { stopAt, stopPoints, type Stopped } from './support/stopped-save.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

// Most of their time these tests wait: they do it side by side, each with its own things.
interface Things {
  readonly directory: string;
  readonly home: AnthropicHome;
  /** Ended with the test. */
  readonly sessions: PtySession[];
  readonly children: ChildProcess[];
}

async function things({ onTestFinished }: Pick<TestContext, 'onTestFinished'>, options: Parameters<typeof anthropicHome>[1] = {}): Promise<Things> {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'clawdial-time-')));
  const made: Things = { directory, home: await anthropicHome(undefined, options), sessions: [], children: [] };
  onTestFinished(async () => {
    for (const child of made.children) child.kill('SIGKILL');
    for (const session of made.sessions) {
      session.kill('SIGKILL');
      await session.exited;
    }
    await made.home.dispose();
    rmSync(directory, { recursive: true, force: true });
  });
  return made;
}

/** A key that waits for ten minutes from now, and a token that ends in five days. */
function waiting(): object {
  const now = Date.now();
  return {
    version: 1,
    profiles: {
      'anthropic:key': { type: 'api_key', provider: 'anthropic', key: apiKey('k') },
      'anthropic:token': { type: 'token', provider: 'anthropic', token: setupToken('t'), expires: now + 5 * day },
    },
    order: { anthropic: ['anthropic:key', 'anthropic:token'] },
    usageStats: { 'anthropic:key': { cooldownUntil: now + 10 * minute, errorCount: 2 } },
  };
}

describe.skipIf(lacks('faketime')).concurrent('a clock that jumps', () => {
  it('forward and back: the dashboard follows without a key', async (context) => {
    const { home: { home: path }, directory, sessions } = await things(context, { stores: { main: waiting() } });
    const clock = new JumpingClock(directory);
    const at = startProgram(path, ['status'], { columns: 120, rows: 30, env: clock.variables });
    sessions.push(at);
    const shows = (name: string, wanted: RegExp): Promise<unknown> => at.untilScreen((lines) => lines.some((line) => line.includes(name) && wanted.test(line)), `${name} ${wanted}`, 75_000);
    await shows('anthropic:key', /cooldown/);
    clock.set(11 * minute);
    await shows('anthropic:key', /in use/);
    clock.set(6 * day);
    await shows('anthropic:token', /expired/);
    clock.set(0);
    await shows('anthropic:key', /cooldown/);
    await shows('anthropic:token', /in use/);
  }, 300_000);

  it('forward and back: models status --watch says so by itself', async (context) => {
    const { home: { home: path }, directory, children } = await things(context, { stores: { main: waiting() } });
    const clock = new JumpingClock(directory);
    const child = spawn(process.execPath, [program, 'models', 'status', '--watch', '--json'], { cwd: path, env: { HOME: path, PATH: '/usr/bin:/bin', ...clock.variables }, stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    const uses = async (profile: string): Promise<void> => {
      for (const until = performance.now() + 60_000; performance.now() < until; await sleep(50)) {
        const last = said.split('\n').at(-2) ?? '';
        if (last.includes(`"uses":"${profile}"`)) return;
      }
      throw new Error(`never used ${profile}: ${said}`);
    };
    await uses('anthropic:token');
    clock.set(2 * day);
    await uses('anthropic:key');
    clock.set(0);
    await uses('anthropic:token');
  }, 200_000);

  it('all the time while two programs save: nothing is lost, and the last backup is the last one', async (context) => {
    const { directory, children } = await things(context);
    const each = 25;
    const count = new FaultCount(`two writers, ${each} updates each, while the clock jumps by a second to a year`);
    const store = join(directory, 'auth-profiles.json');
    writeFileSync(store, '{\n  "version": 1,\n  "profiles": {}\n}', { mode: 0o600 });
    const clock = new JumpingClock(directory);
    const jumps = [0, 400 * day, -400 * day, 31_000, -31_000, hour, -hour, 1000];
    let jumped = 0;
    const jumping = setInterval(() => clock.set(jumps[(jumped += 1) % jumps.length] ?? 0), 25);
    const outputs = await Promise.all(['a', 'b'].map((name) => outputOf(children, [store, name, 'v', String(each), '100', '100'], clock)));
    clearInterval(jumping);
    count.tries = 2 * each;
    const saved = outputs.join('').split('\n').filter((line) => line === 'OK').length;
    if (saved !== count.tries) count.lost(outputs.join(''));
    const held = Object.keys(JSON.parse(readFileSync(store, 'utf8')).profiles);
    if (held.length !== count.tries) count.lost(`${count.tries - held.length} of ${count.tries}`);
    if (existsSync(`${store}.lock`)) count.leaked('a lock');
    const backups = readdirSync(directory).filter((name) => name.includes('.clawdial-backup-'));
    const before = Object.keys(JSON.parse(readFileSync(join(directory, backups[0] ?? ''), 'utf8')).profiles);
    if (backups.length !== 1 || before.length !== count.tries - 1) count.lost(`the backup is of ${before.length} profiles: ${backups.join(' ')}`);
    expect(jumped).toBeGreaterThan(jumps.length);
    count.close(context);
  });

  it.for([
    ['one hour comes twice', '2026-10-25T00:30:00Z', 'Europe/Amsterdam'],
    ['one hour is left out', '2026-03-29T00:30:00Z', 'Europe/Amsterdam'],
    ['half an hour is left out', '2026-10-03T15:15:00Z', 'Australia/Lord_Howe'],
    ['a day is left out', '2011-12-30T09:30:00Z', 'Pacific/Apia'],
  ] as const)('in the night in which %s, what is left of a wait is counted right', async ([, instant, zone], context) => {
    const now = Date.parse(instant);
    const store = { version: 1, profiles: { 'anthropic:key': { type: 'api_key', provider: 'anthropic', key: apiKey('k') } }, usageStats: { 'anthropic:key': { cooldownUntil: now + 90 * minute, errorCount: 1 } } };
    const { home: { home: path }, directory } = await things(context, { stores: { main: store } });
    const clock = new JumpingClock(directory, now - Date.now());
    const env = { HOME: path, PATH: '/usr/bin:/bin', TZ: zone, ...clock.variables };
    const { stdout, stderr } = spawnSync(process.execPath, [program, 'models', 'status'], { cwd: path, env, encoding: 'utf8' });
    expect(`${stdout}${stderr}`).toMatch(/\b1\s?h(?:r|our)?\s(?:30|29)\s?m(?:in)?\b/);
  });
});

async function outputOf(children: ChildProcess[], args: readonly string[], clock: JumpingClock): Promise<string> {
  const child = spawn(process.execPath, [bundled('writer'), ...args], { env: { ...process.env, ...clock.variables }, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
  await once(child, 'close');
  return text;
}

/** Longer than a lock of ours may be held. */
const away = 21_000;

describe.skipIf(lacks('strace', 'procfs')).concurrent('a program that stands still for longer than a lock holds', () => {
  it('at any system call of a save, and on its review, while OpenClaw writes in place: both are kept', async (context) => {
    const count = new FaultCount(`stopped for ${away / 1000} s at every system call that changes the disk, beside an OpenClaw that writes meanwhile`);
    const { directory, home, sessions } = await things(context);
    const at = await atReview(home);
    sessions.push(at);
    process.kill(at.pid, 'SIGSTOP');
    await home.write('.openclaw/agents/main/agent/auth-profiles.json', { version: 1, profiles: { 'anthropic:theirs': { type: 'api_key', provider: 'anthropic', key: apiKey('x') } } });
    const points = await stopPoints(join(directory, 'dry'));
    const stopped: Stopped[] = [];
    for (const [index, point] of points.entries()) {
      const one = await stopAt(join(directory, String(index)), point);
      context.onTestFinished(one.end);
      stopped.push(one);
      overtake(one);
    }
    await sleep(away);
    for (const one of stopped) await judge(count, one);
    await goOnWithReview(at, home);
    count.close(context);
  });
});

/** The set-up with a new key, one Enter before it writes. */
async function atReview(home: AnthropicHome): Promise<PtySession> {
  const at = startProgram(home.home, ['onboard']);
  await at.until('1/6 Found', 20_000);
  at.write(keys.enter + keys.enter + keys.paste(apiKey('n')));
  await at.until('108 characters', 20_000);
  for (const place of ['Valid: Anthropic answered', 'Profile id', 'Default model', 'What will be written']) {
    at.write(keys.enter);
    await at.until(place, 20_000);
  }
  return at;
}

/** The store is another one than the plan was made from: that is shown before anything is written. */
async function goOnWithReview(at: PtySession, home: AnthropicHome): Promise<void> {
  process.kill(at.pid, 'SIGCONT');
  at.write(keys.enter);
  await at.until('A file changed meanwhile', 20_000);
  at.write(keys.enter);
  await at.until('Saved anthropic:default', 20_000);
  const { profiles } = JSON.parse((await home.textOf(home.storePath())) ?? '{}');
  expect(Object.keys(profiles).toSorted()).toEqual(['anthropic:default', 'anthropic:theirs']);
}

/** OpenClaw 2026.2.24 takes a lock away that is older than 30 s, whoever lives; then it writes in place. */
function overtake({ store }: Stopped): void {
  if (existsSync(`${store}.lock`)) unlinkSync(`${store}.lock`);
  const { profiles, ...rest } = JSON.parse(readFileSync(store, 'utf8'));
  writeFileSync(store, JSON.stringify({ ...rest, profiles: { ...profiles, 'anthropic:theirs': { type: 'api_key', provider: 'anthropic', key: 'theirs' } } }, null, 2));
}

async function judge(count: FaultCount, { store, point, goOn }: Stopped): Promise<void> {
  const said = await goOn();
  count.tries += 1;
  const where = `after ${point.line}`;
  const { profiles } = JSON.parse(readFileSync(store, 'utf8'));
  if (said !== 'OK\n') count.lost(`${where}: ${said}`);
  if (profiles['anthropic:new'] === undefined) count.lost(`ours, ${where}`);
  if (profiles['anthropic:theirs'] === undefined || profiles['anthropic:old'] === undefined) count.lost(`theirs, ${where}`);
  for (const name of readdirSync(join(store, '..'))) {
    if (!/^auth-profiles\.json(?:\.clawdial-backup-.*)?$/.test(name)) count.leaked(`${name}, ${where}`);
  }
}

