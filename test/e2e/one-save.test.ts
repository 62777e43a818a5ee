import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { canTrace } from '../support/can-trace.ts';
import { makeHome, type TestHome } from '../support/homes.ts';
import { program } from '../support/program.ts';

const isTraced = canTrace('what a save costs the disk is counted');

let home: TestHome | null = null;

afterEach(async () => {
  await home?.dispose();
  home = null;
});

const config = `// The gateway of a house.\n{\n  meta: { lastTouchedVersion: '2026.3.13' },\n  agents: {\n    list: [\n${Array.from({ length: 400 }, (_, index) => `      // why ${index} is as it is\n      { id: 'agent-${index}' },\n`).join('')}    ],\n  },\n}\n`;

/** The calls of that name on a path, with what they returned. */
function calls(lines: readonly string[], name: string, path: string): readonly number[] {
  return lines.flatMap((line) => {
    const [, call, on, returned] = /^(\w+)\(\d+<([^>]*)>.*\) += (\d+)$/.exec(line) ?? [];
    return call === name && on === path ? [Number(returned)] : [];
  });
}

describe.skipIf(!isTraced)('what one changed setting costs the disk', () => {
  it('is the bytes of the config, written once, with one fsync of the file and one of its directory', { timeout: 30_000 }, async () => {
    home = await makeHome({ config });
    const { home: path } = home;
    const directory = join(path, '.openclaw');
    const log = join(path, 'trace');
    const env = { HOME: path, PATH: '/usr/bin:/bin', XDG_CONFIG_HOME: `${path}/.config` };
    const { status } = spawnSync('strace', ['-y', '-o', log, '-e', 'trace=write,fsync,rename', process.execPath, program, 'cache', 'set', 'agent-7', 'none'], { cwd: path, env, stdio: 'ignore' });
    expect(status).toBe(0);

    const lines = readFileSync(log, 'utf8').split('\n');
    const rename = lines.findIndex((line) => line.startsWith('rename(') && line.includes('openclaw.json"'));
    const [, beside = ''] = /^rename\("([^"]*)"/.exec(lines[rename] ?? '') ?? [];
    const written = calls(lines, 'write', beside);
    expect(written.reduce((sum, bytes) => sum + bytes, 0)).toBe(statSync(join(directory, 'openclaw.json')).size);
    expect(calls(lines, 'fsync', beside)).toEqual([0]);
    // What comes before belongs to the copy that is kept, what follows to the notes by which it can be undone.
    const first = lines.findIndex((line) => line.includes(beside));
    const next = lines.findIndex((line, index) => index > rename && /^(?:write|rename)\(/.test(line));
    expect(calls(lines.slice(first, next === -1 ? undefined : next), 'fsync', directory)).toEqual([0]);
  });
});
