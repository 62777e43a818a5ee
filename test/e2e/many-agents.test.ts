import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { canTrace } from '../support/can-trace.ts';
import { apiKey, makeHome, type TestHome } from '../support/homes.ts';
import { program } from '../support/program.ts';

const isTraced = canTrace('what an agent costs the disk is counted');

let home: TestHome | null = null;

afterEach(async () => {
  await home?.dispose();
  home = null;
});

/** What a line of the trace does to a path, whatever the C library calls it; null for a line about something else. */
function callOn(line: string, path: string): string | null {
  if (!line.includes(path)) return null;
  const [, call = ''] = /^(\w+)\(/.exec(line) ?? [];
  return call.replace(/^(?:newfstatat|statx|lstat|stat|fstat)$/, 'look').replace(/^faccessat2?$|^access$/, 'ask').replace(/^openat$/, 'open').replace(/^p?read(?:64|v)?$/, 'read');
}

describe.skipIf(!isTraced)('what one agent of many costs the disk', () => {
  it('is its store, looked at, opened and read once, and a question for each file that could lie beside it', { timeout: 30_000 }, async () => {
    const ids = ['main', ...Array.from({ length: 9 }, (_, index) => `agent-${index}`)];
    const store = { version: 1, profiles: { 'anthropic:default': { type: 'api_key', provider: 'anthropic', key: apiKey('a') } } };
    home = await makeHome({
      config: { agents: { list: ids.map((id) => ({ id })) }, meta: { lastTouchedVersion: '2026.3.13' } },
      stores: Object.fromEntries(ids.map((id) => [id, store])),
    });
    const log = join(home.home, 'trace');
    const { status } = spawnSync('strace', ['-f', '-y', '-o', log, '-e', 'trace=file,desc', process.execPath, program, 'models', 'status', '--json'], { cwd: home.home, env: { HOME: home.home, PATH: '/usr/bin:/bin' }, stdio: 'ignore' });
    expect(status).toBe(0);

    const lines = readFileSync(log, 'utf8').split('\n').map((line) => line.replace(/^\d+ +/, ''));
    const on = (name: string): readonly string[] => lines.flatMap((line) => callOn(line, `/agent-7/agent${name}`) ?? []).toSorted();
    expect(on('/auth-profiles.json')).toEqual(['close', 'look', 'look', 'open', 'read']);
    expect(on('/auth-state.json')).toEqual(['ask']);
    expect(on('/auth.json')).toEqual(['ask']);
    // For the layout, and as a file that a newer OpenClaw left.
    expect(on('/openclaw-agent.sqlite')).toEqual(['ask', 'look']);
    // Nothing else: the directory is neither listed nor looked at.
    expect(on('')).toHaveLength(9);
  });
});
