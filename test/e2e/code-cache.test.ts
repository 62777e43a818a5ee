import { spawnSync } from 'node:child_process';
import { chmod, chown, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apiKeyHome, makeHome, type TestHome } from '../support/homes.ts';
import { keys, runProgram, startProgram, type Finished } from '../support/program.ts';

const isRoot = process.getuid?.() === 0;
const canMount = isRoot && spawnSync('unshare', ['-m', 'sh', '-c', 'mount -t tmpfs tmpfs /mnt']).status === 0;

let home: TestHome;
let cache: string;

beforeEach(async () => {
  home = await makeHome(apiKeyHome);
  cache = join(home.home, '.cache/clawdial');
});

afterEach(() => home.dispose());

const plain = ['models', 'status', '--json'];

/** As for a user whose system keeps caches under HOME. */
function run(args: readonly string[] = plain, variables: Readonly<Record<string, string>> = {}): Promise<Finished> {
  return runProgram(home.home, args, null, { XDG_CACHE_HOME: '', ...variables });
}

/** Names without the version of Node and the build. */
async function kept(): Promise<readonly string[]> {
  const names = await readdir(cache).catch(() => []);
  return names.map((name) => name.split('-v')[0] ?? '').toSorted();
}

async function fileOf(part: string): Promise<string> {
  const name = (await readdir(cache)).find((one) => one.startsWith(`${part}-v`));
  return join(cache, name ?? 'none');
}

describe('compiled code', () => {
  it('is kept at the first start of a command, used as it is at the next, and is all that looking leaves behind', async () => {
    const before = await readdir(home.home, { recursive: true });
    const first = await run();
    expect(await kept()).toEqual(['models-status']);
    const file = await fileOf('models-status');
    const { ino } = await stat(file);
    expect(await run()).toEqual(first);
    expect((await stat(file)).ino).toBe(ino);
    await run(['explain', '--json']);
    await run(['models', 'status']);
    expect(await kept()).toEqual(['explain', 'models-lines', 'models-status']);
    const after = await readdir(home.home, { recursive: true });
    expect(after.filter((path) => !before.includes(path) && !path.startsWith('.cache/clawdial/')).toSorted()).toEqual(['.cache', '.cache/clawdial']);
  });

  it.each([['status', 'anthropic:default', 'q'], ['onboard', 'Found', keys.controlC]])('of a screen (%s) is kept when it is left, and used at the next start', async (command, text, leave) => {
    const start = async (): Promise<void> => {
      const screen = startProgram(home.home, [command], { env: { XDG_CACHE_HOME: '' } });
      await screen.until(text);
      screen.write(leave);
      await screen.exited;
    };
    await start();
    expect(await kept()).toEqual([command]);
    const file = await fileOf(command);
    const { ino } = await stat(file);
    await start();
    expect((await stat(file)).ino).toBe(ino);
  });

  it('that is none is put right, and nobody notices', async () => {
    const first = await run();
    const file = await fileOf('models-status');
    for (const text of ['', 'no code at all', (await readFile(file, 'latin1')).slice(0, 2000)]) {
      await writeFile(file, text, 'latin1');
      expect(await run()).toEqual(first);
      expect((await stat(file)).size).toBeGreaterThan(10_000);
    }
  });

  it.skipIf(!isRoot)('of another user is not run', async () => {
    const first = await run();
    const file = await fileOf('models-status');
    await chown(file, 65_534, 65_534);
    expect(await run()).toEqual(first);
    // What stands there now was made by this start.
    expect((await stat(file)).uid).toBe(0);
  });

  it('is not kept in a directory that others can write', async () => {
    await run();
    const file = await fileOf('models-status');
    await writeFile(file, '');
    await chmod(cache, 0o777);
    expect(await run()).toMatchObject({ exitCode: 0, stderr: '' });
    expect((await stat(file)).size).toBe(0);
  });

  it('is not kept where Node is told to keep none', async () => {
    expect(await run(plain, { NODE_DISABLE_COMPILE_CACHE: '1' })).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await kept()).toEqual([]);
  });

  it('that fits another Node is refused by V8', async () => {
    const first = await run();
    const file = await fileOf('models-status');
    const { ino } = await stat(file);
    // Settings of V8 are a part of what it compares.
    expect(await run(plain, { NODE_OPTIONS: '--interpreted-frames-native-stack' })).toEqual(first);
    expect((await stat(file)).ino).not.toBe(ino);
  });

  it.skipIf(!canMount)('costs nobody an answer where a home is full or read-only', async () => {
    const expected = await run(plain, { NODE_DISABLE_COMPILE_CACHE: '1' });
    const mounts = { full: 'mount -t tmpfs -o size=64k tmpfs "$XDG_CACHE_HOME"', 'read-only': 'mount -t tmpfs -o ro tmpfs "$XDG_CACHE_HOME"' };
    for (const mount of Object.values(mounts)) {
      const env = { HOME: home.home, PATH: '/usr/sbin:/usr/bin:/sbin:/bin', XDG_CACHE_HOME: join(home.home, 'cache'), XDG_CONFIG_HOME: `${home.home}/.config` };
      const script = `mkdir -p "$XDG_CACHE_HOME" && ${mount} && "$0" "$@"; code=$?; find "$XDG_CACHE_HOME" -type f >&2; exit $code`;
      const { status, stdout, stderr } = spawnSync('unshare', ['-m', 'sh', '-c', script, process.execPath, join(import.meta.dirname, '../../dist/clawdial.js'), ...plain], { cwd: home.home, encoding: 'utf8', env });
      expect({ exitCode: status, stdout, stderr }).toEqual({ exitCode: 0, stdout: expected.stdout, stderr: '' });
    }
  });
});
