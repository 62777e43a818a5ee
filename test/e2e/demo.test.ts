import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keys, startProgram } from '../support/program.ts';
import type { PtySession } from '../support/pty.ts';

let home: string;
let temporary: string;
let session: PtySession;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'clawdial-home-'));
  temporary = await mkdtemp(join(tmpdir(), 'clawdial-tmp-'));
});

afterEach(async () => {
  session.kill('SIGKILL');
  await session.exited;
  await rm(home, { recursive: true, force: true });
  await rm(temporary, { recursive: true, force: true });
});

const start = (args: readonly string[]): PtySession => startProgram(home, args, { env: { TMPDIR: temporary }, columns: 100, rows: 40 });

/** Everything that is in the temporary directory and in HOME, our preferences apart. */
const left = (): string[] => [...readdirSync(temporary), ...readdirSync(home).filter((name) => name !== '.config')];

describe('the demo', () => {
  it('shows agents, profiles in every state and what shadows what, and can be walked to the end', async () => {
    session = start(['demo']);
    await session.until('1/6 Found');
    for (const word of ['research', 'nightly', 'in use', 'cooling down', 'disabled', 'expired', 'not used: anthropic:work comes first']) await session.until(word);
    expect(left()).toHaveLength(1);
    const { enter, tab } = keys;
    session.write(enter + enter + enter + tab + enter + enter + enter + enter + enter);
    await session.until('4 of 4 agents now use the new credential.');
    session.write(keys.controlC);
    await session.until('The demo and all its files are gone.');
    expect(await session.exited).toMatchObject({ exitCode: 0 });
    expect(left()).toEqual([]);
  });

  it('is reached from the set-up, and nothing is left of it when the process is ended', async () => {
    session = start([]);
    await session.until('1/6 Found');
    session.write(keys.enter);
    await session.until('Look around first (demo)');
    session.write(keys.up + keys.enter);
    await session.until('research');
    process.kill(session.pid, 'SIGTERM');
    expect(await session.exited).toMatchObject({ signal: 15 });
    expect(left()).toEqual([]);
  });

  it('begins with the dashboard when asked, and its countdowns run', async () => {
    session = start(['demo', 'status']);
    await session.until(/anthropic:busy .*cooldown 3:5\d/);
    await session.until(/anthropic:unpaid .*billing/);
    session.write('q');
    await session.until('The demo and all its files are gone.');
    expect(left()).toEqual([]);
  });

  it('keeps comments in its config, as everywhere', async () => {
    session = start(['demo']);
    await session.until('1/6 Found');
    const { enter, tab } = keys;
    session.write(enter + enter + enter + tab + enter + enter + enter + enter);
    await session.until('What will be written');
    session.write('\u001B[6~'.repeat(4));
    await session.until(/openclaw\.json/);
    expect(session.screen().join('\n')).not.toMatch(/^ *\d+ - +.*\/\//m);
  });
});
