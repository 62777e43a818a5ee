import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FaultCount } from './support/fault-row.ts';
import { bundled } from './support/programs.ts';

let directory = '';
let store = '';
const children: ChildProcess[] = [];

beforeEach(() => {
  directory = realpathSync(mkdtempSync(join(tmpdir(), 'clawdial-race-')));
  store = join(directory, 'auth-profiles.json');
  writeFileSync(store, '{\n  "version": 1,\n  "profiles": {}\n}', { mode: 0o600 });
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(directory, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  readonly output: Promise<string>;
}

function run(...args: readonly string[]): Run {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
  return { child, output: once(child, 'close').then(() => text) };
}

interface Held {
  readonly profiles: Readonly<Record<string, unknown>>;
  readonly usageStats?: Readonly<Record<string, unknown>>;
}

function held(): Held {
  return JSON.parse(readFileSync(store, 'utf8'));
}

function litter(): readonly string[] {
  return readdirSync(directory).filter((name) => name !== 'auth-profiles.json' && !name.includes('.clawdial-backup-'));
}

const eight = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;
const each = 50;

function countLost(count: FaultCount, saved: number, theirs: number): void {
  const { profiles, usageStats = {} } = held();
  const ours = Object.keys(profiles).length;
  if (ours < saved) count.lost(`${saved - ours} of ${saved} of ours`, saved - ours);
  const stats = Object.keys(usageStats).length;
  if (stats < theirs) count.lost(`${theirs - stats} of ${theirs} of theirs`, theirs - stats);
  for (const name of litter()) count.leaked(name);
}

describe('writers at the same time', () => {
  it('eight of ours beside an OpenClaw that writes in place without its lock', async (context) => {
    const count = new FaultCount('8 of our writers, 50 updates each, beside 400 unlocked writes in place');
    const rounds = 400;
    const theirs = run(bundled('unlocked-writer'), store, String(rounds), '1');
    const outputs = await Promise.all(eight.map((name) => run(bundled('writer'), store, name, 'key', String(each), '100', '100').output));
    await theirs.output;
    expect(outputs.join('')).toBe('OK\n'.repeat(eight.length * each));
    count.tries = eight.length * each + rounds;
    countLost(count, eight.length * each, rounds);
    count.close(context);
  }, 240_000);

  it('one of ours beside an OpenClaw that thinks for long: what it undoes is made again', async (context) => {
    const count = new FaultCount('one writer beside unlocked writes from copies 100 ms old');
    const rounds = 30;
    const theirs = run(bundled('unlocked-writer'), store, String(rounds), '100', '300');
    const saved = 15;
    expect(await run(bundled('writer'), store, 'a', 'key', String(saved), '250', '250').output).toBe('OK\n'.repeat(saved));
    await theirs.output;
    count.tries = saved;
    // What a slow writer loses of its own beside a fast one is its own affair: only what we said to have saved counts.
    countLost(count, saved, 0);
    count.close(context);
  });
});

describe('a storm of kills', () => {
  it('two writers, one of them killed after 10 to 90 ms, again and again', async (context) => {
    const count = new FaultCount('one of two writers killed at a random moment');
    const until = performance.now() + 12_000;
    for (let round = 0; performance.now() < until; round += 1) {
      count.tries += 1;
      const victim = run(bundled('writer'), store, `victim-${round}`, 'key', '50');
      const other = run(bundled('writer'), store, `other-${round}`, 'key');
      await sleep(30 + Math.random() * 80);
      victim.child.kill('SIGKILL');
      const [, said] = await Promise.all([victim.output, other.output]);
      const text = readFileSync(store, 'utf8');
      try {
        JSON.parse(text);
      } catch {
        count.torn(`round ${round}: ${text.length} bytes`);
        break;
      }
      if (said !== 'OK\n' || !(`other-${round}` in held().profiles)) count.lost(`round ${round}: ${said}`);
    }
    expect(await run(bundled('writer'), store, 'last', 'key').output).toBe('OK\n');
    for (const name of litter()) count.leaked(name);
    count.close(context);
  });
});
