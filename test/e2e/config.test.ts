import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeHome, type TestHome } from '../support/homes.ts';
import { runProgram, type Finished } from '../support/program.ts';

let home: TestHome;
let file: string;

beforeEach(async () => {
  home = await makeHome({});
  file = join(home.home, '.config', 'clawdial', 'config.json');
});

afterEach(() => home.dispose());

const config = (...args: readonly string[]): Promise<Finished> => runProgram(home.home, ['config', ...args]);

describe.skipIf(process.platform !== 'linux')('clawdial config', () => {
  it('sets, lists, gets and takes back, in a file that only the user reads', async () => {
    expect(await config('set', 'refresh', '5')).toMatchObject({ exitCode: 0, stdout: 'refresh is 5 from now on.\n', stderr: '' });
    expect(await config('set', 'accessible', 'off', '--json')).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ refresh: 5, accessible: false });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const listed = JSON.parse((await config('--json')).stdout);
    expect(listed).toEqual({ file, preferences: { language: null, theme: null, accessible: false, refresh: 5, noticeAcknowledged: null }, notUnderstood: [] });
    expect((await config('list')).stdout).toMatch(/^accessible +off$/m);
    expect(await config('get', 'refresh')).toMatchObject({ exitCode: 0, stdout: '5\n' });
    expect(await config('unset', 'refresh')).toMatchObject({ exitCode: 0 });
    expect(await config('get', 'refresh')).toMatchObject({ exitCode: 1, stdout: '' });
  });

  it.each([
    [['set', 'refresh', '0'], /refresh cannot be 0\. Nothing was changed\.\nIt may be: 1 to 60/],
    [['set', 'theme', 'blue'], /auto, dark, light, none/],
    [['set', 'language', 'xx'], /en, nl/],
    [['set', 'colour', 'on'], /no preference colour.*\n.*language, theme/],
    [['get', 'constructor'], /no preference constructor/],
  ])('%j is refused, and nothing is written', async (args, says) => {
    const { exitCode, stdout, stderr } = await config(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(says);
    await expect(readFile(file)).rejects.toThrow('ENOENT');
  });

  it('sets a file aside that cannot be understood, says so once, and goes on', async () => {
    await mkdir(join(home.home, '.config', 'clawdial'), { recursive: true });
    await writeFile(file, '{"language": "nl"');
    const first = await config('list');
    expect(first.exitCode).toBe(0);
    expect(first.stderr).toMatch(/could not be understood\. They were set aside as .*config\.json\.unreadable-\d+/);
    const [aside] = await readdir(join(home.home, '.config', 'clawdial'));
    expect(await readFile(join(home.home, '.config', 'clawdial', aside ?? ''), 'utf8')).toBe('{"language": "nl"');
    expect((await config('list')).stderr).toBe('');
  });

  it('tells of a value that it does not understand', async () => {
    await mkdir(join(home.home, '.config', 'clawdial'), { recursive: true });
    await writeFile(file, '{"theme": "blue", "language": "nl"}');
    expect((await config('list')).stdout).toMatch(/^theme +\(niet gekozen: wat in het bestand staat/m);
  });
});

describe('the language', () => {
  it('is asked of --lang, then of the preference, then of the locale', async () => {
    const help = (variables: Record<string, string>, ...args: readonly string[]): Promise<Finished> => runProgram(home.home, [...args, 'onboard', '--help'], null, variables);
    expect((await help({ LANG: 'nl_NL.UTF-8' })).stdout).toContain('toon deze hulp');
    expect((await help({ LC_ALL: 'C', LANG: 'nl_NL.UTF-8' })).stdout).toContain('show this help');
    await config('set', 'language', 'nl');
    expect((await help({ LC_ALL: 'C' })).stdout).toContain('toon deze hulp');
    expect((await help({ LANG: 'nl_NL.UTF-8' }, '--lang', 'en')).stdout).toContain('show this help');
  });

  it('that is not spoken is a wrong use, which names those that are', async () => {
    const { exitCode, stderr } = await runProgram(home.home, ['status', '--lang=xx']);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/xx.*en, nl/);
  });
});
