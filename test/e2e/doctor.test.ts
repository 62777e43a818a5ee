import { chmod, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { config, key, store, token, ward, withProfiles, type PatientHome } from '../doctor/support.ts';
import type { TestHome } from '../support/homes.ts';
import { runProgram, startProgram } from '../support/program.ts';

const admit = ward();

const healthy = withProfiles({ 'anthropic:a': key('a') });
/** An order that names a ghost, a mode that does not fit, and a config that others can read. */
const ill: PatientHome = {
  config: config({ auth: { profiles: { 'anthropic:a': { provider: 'anthropic', mode: 'token' } }, order: { anthropic: ['anthropic:gone', 'anthropic:a'] } } }),
  stores: { main: store({ 'anthropic:a': key('a') }) },
  modes: { '.openclaw/openclaw.json': 0o644 },
};
const configOf = (home: TestHome): string => join(home.stateDir, 'openclaw.json');

describe('clawdial doctor', () => {
  test('says that all is well, and ends with 0', async () => {
    const home = await admit(healthy);
    const { exitCode, stdout, stderr } = await runProgram(home.home, ['doctor']);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^All is well\. \d+ checks, 1 agent\.\n$/);
  });

  test('names each trouble with its place and one command, worst first, within 80 columns, and ends with 1', async () => {
    const home = await admit(ill);
    const { exitCode, stdout } = await runProgram(home.home, ['doctor']);
    expect(exitCode).toBe(1);
    expect(stdout.indexOf('no-credential')).toBeGreaterThan(0);
    expect(stdout.indexOf('no-credential')).toBeLessThan(stdout.indexOf('order-ghost'));
    expect(stdout).toMatch(/~\/\.openclaw\/openclaw\.json:6 +mode-mismatch\n/);
    expect(stdout).toContain('    clawdial doctor --fix --only mode-mismatch\n');
    expect(stdout).toMatch(/2 problems, 2 warnings, 0 notes\./);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('as JSON: the same findings, with stable names', async () => {
    const home = await admit(ill);
    const { exitCode, stdout } = await runProgram(home.home, ['doctor', '--json']);
    expect(exitCode).toBe(1);
    const answer: unknown = JSON.parse(stdout);
    expect(answer).toMatchObject({
      ok: false,
      openclaw: { version: '2026.2.24', layout: 'single-file' },
      live: null,
      summary: { problems: 2, warnings: 2, notes: 0, fixable: 3 },
      findings: [
        { code: 'no-credential', severity: 'problem', place: null, agents: ['main'], fixable: false },
        { code: 'mode-mismatch', severity: 'problem', place: { path: configOf(home), line: 6 }, fixable: true },
        { code: 'order-ghost', severity: 'warning', place: { path: configOf(home), line: 10 }, fixable: true },
        { code: 'loose-file-mode', severity: 'warning', place: { path: configOf(home), line: null }, fixable: true },
      ],
    });
  });

  test('only the checks that are asked for; a wrong name is wrong use', async () => {
    const home = await admit(ill);
    const some = await runProgram(home.home, ['doctor', '--only', 'order-ghost']);
    expect([some.exitCode, some.stdout.includes('order-ghost'), some.stdout.includes('mode-mismatch')]).toEqual([1, true, false]);
    const wrong = await runProgram(home.home, ['doctor', '--only', 'order-goats']);
    expect([wrong.exitCode, wrong.stderr]).toEqual([2, expect.stringContaining('There is no check "order-goats"')]);
    const list = await runProgram(home.home, ['doctor', '--list']);
    expect([list.exitCode, list.stdout]).toEqual([0, expect.stringMatching(/^order-ghost +orders that name/m)]);
  });

  test('beside no OpenClaw at all it says so', async () => {
    const home = await admit({});
    const { exitCode, stdout } = await runProgram(home.home, ['doctor']);
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining('There is no OpenClaw here')]);
  });
});

describe('clawdial doctor --fix', () => {
  test('asks on no pipe: wrong use, and nothing is changed', async () => {
    const home = await admit(ill);
    const before = await readFile(configOf(home), 'utf8');
    const { exitCode, stderr } = await runProgram(home.home, ['doctor', '--fix'], 'y\ny\ny\n');
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('no terminal to answer on')]);
    expect(await readFile(configOf(home), 'utf8')).toBe(before);
  });

  test('with --dry-run it shows all and changes nothing', async () => {
    const home = await admit(ill);
    const before = await readFile(configOf(home), 'utf8');
    const { stdout } = await runProgram(home.home, ['doctor', '--fix', '--dry-run']);
    expect(stdout).toContain('+         "mode": "api_key"');
    expect(stdout).toContain('0644 to 0600');
    expect(stdout).toMatch(/Nothing was changed\.\n$/);
    expect(await readFile(configOf(home), 'utf8')).toBe(before);
    expect((await stat(configOf(home))).mode & 0o777).toBe(0o644);
  });

  test('with --yes it mends all, and undo takes all back, the rights too', async () => {
    const home = await admit(ill);
    const before = await readFile(configOf(home), 'utf8');
    const fixed = await runProgram(home.home, ['doctor', '--fix', '--yes']);
    expect([fixed.exitCode, fixed.stdout]).toEqual([0, expect.stringMatching(/Looking again:\n\nAll is well\./)]);
    expect((await runProgram(home.home, ['doctor'])).exitCode).toBe(0);
    expect(JSON.parse(await readFile(configOf(home), 'utf8'))).toMatchObject({ auth: { profiles: { 'anthropic:a': { mode: 'api_key' } }, order: { anthropic: ['anthropic:a'] } } });
    for (let undone = 0; undone < 2; undone += 1) expect((await runProgram(home.home, ['undo'])).exitCode).toBe(0);
    expect(await readFile(configOf(home), 'utf8')).toBe(before);
  });

  test('rights come back with undo, unless somebody changed them since', async () => {
    const home = await admit({ ...healthy, modes: { '.openclaw/openclaw.json': 0o640 } });
    expect((await runProgram(home.home, ['doctor', '--fix', '--yes'])).exitCode).toBe(0);
    expect((await stat(configOf(home))).mode & 0o777).toBe(0o600);
    await chmod(configOf(home), 0o400);
    expect((await runProgram(home.home, ['undo'])).exitCode).toBe(3);
    expect((await stat(configOf(home))).mode & 0o777).toBe(0o400);
    await chmod(configOf(home), 0o600);
    expect((await runProgram(home.home, ['undo'])).exitCode).toBe(0);
    expect((await stat(configOf(home))).mode & 0o777).toBe(0o640);
  });

  test('as JSON it tells each step', async () => {
    const home = await admit(ill);
    const { exitCode, stdout } = await runProgram(home.home, ['doctor', '--fix', '--yes', '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      findings: [],
      fixes: [
        { codes: ['mode-mismatch'], state: 'applied', files: [configOf(home)], undo: true },
        { codes: ['order-ghost'], state: 'applied', files: [configOf(home)], undo: true },
      ],
    });
  });

  test('on a terminal each change is shown and asked about; all answers may come in one write', async () => {
    const home = await admit(ill);
    const session = startProgram(home.home, ['doctor', '--fix'], { rows: 200 });
    session.write('n\ny\nq\n');
    const { exitCode } = await session.exited;
    expect(exitCode).toBe(1);
    const lines = session.screen().join('\n');
    expect(lines).toMatch(/Left as it is\.[\s\S]*Done\.[\s\S]*Looking again/);
    const written: unknown = JSON.parse(await readFile(configOf(home), 'utf8'));
    // The first was the mode, the second the order; after q nothing more.
    expect(written).toMatchObject({ auth: { profiles: { 'anthropic:a': { mode: 'token' } }, order: { anthropic: ['anthropic:a'] } } });
  });

  test('a for all ends the questions', async () => {
    const home = await admit(ill);
    const session = startProgram(home.home, ['doctor', '--fix'], { rows: 200 });
    await session.until('[a]ll');
    session.write('a\n');
    expect((await session.exited).exitCode).toBe(0);
    expect(session.screen().join('\n')).toContain('All is well');
  });

  test('Ctrl+C at a question ends it with nothing changed', async () => {
    const home = await admit(ill);
    const before = await readFile(configOf(home), 'utf8');
    const session = startProgram(home.home, ['doctor', '--fix']);
    await session.until('[a]ll');
    session.write('\u0003');
    await session.exited;
    expect(await readFile(configOf(home), 'utf8')).toBe(before);
  });

  test('where a login or token is stored wrongly the secret itself is kept to the letter', async () => {
    const secret = JSON.stringify(token('t')).match(/sk-ant-[\w-]+/)?.[0] ?? '';
    const home = await admit(withProfiles({ 'anthropic:a': { type: 'api_key', provider: 'anthropic', key: secret, email: 'me@example.com' } }));
    expect((await runProgram(home.home, ['doctor', '--fix', '--yes'])).exitCode).toBe(0);
    const held: unknown = JSON.parse(await readFile(join(home.stateDir, 'agents/main/agent/auth-profiles.json'), 'utf8'));
    expect(held).toEqual({ version: 1, profiles: { 'anthropic:a': { type: 'token', provider: 'anthropic', email: 'me@example.com', token: secret } } });
  });
});
