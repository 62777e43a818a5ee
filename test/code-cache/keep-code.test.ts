import { chmod, chown, mkdir, mkdtemp, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepCode } from '../../src/code-cache/keep-code.ts';
import { codeFile, type CodeCachePlace } from '../../src/code-cache/place.ts';
import { readCode } from '../../src/code-cache/read-code.ts';
import { canTrace } from '../support/can-trace.ts';

const code = Buffer.from('what V8 made');

let root: string;
let place: CodeCachePlace;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'clawdial-code-'));
  place = { parent: join(root, '.cache'), directory: join(root, '.cache/clawdial') };
});

afterEach(() => rm(root, { recursive: true, force: true }));

function keep(bytes: () => Uint8Array = () => code): Promise<void> {
  return keepCode(place, 'status', bytes, false);
}

describe('compiled code', () => {
  it('is found as it was kept, for its owner only, with nothing beside it', async () => {
    await keep();
    expect(readCode(codeFile(place, 'status'))).toEqual(code);
    expect(await readdir(place.directory)).toEqual(['status.v8']);
    expect(await Promise.all([place.parent, place.directory, codeFile(place, 'status')].map(async (path) => (await stat(path)).mode & 0o777))).toEqual([0o700, 0o700, 0o600]);
  });

  it('takes the place of what was kept before', async () => {
    await keep(() => Buffer.from('of a Node with other flags'));
    await keep();
    expect(readCode(codeFile(place, 'status'))).toEqual(code);
  });

  it('is not kept where others can write, nor made then', async () => {
    await mkdir(place.directory, { recursive: true });
    await chmod(place.directory, 0o777);
    await keep(() => expect.unreachable('made for nothing'));
    expect(await readdir(place.directory)).toEqual([]);
  });

  it.each([
    ['a file is in the way', (): Promise<void> => writeFile(place.parent, '')],
    ['the parent of the parent is missing', (): Promise<void> => rm(root, { recursive: true })],
  ])('is not kept, and nobody is troubled, when %s', async (_name, hinder) => {
    await hinder();
    await keep();
    expect(readCode(codeFile(place, 'status'))).toBeUndefined();
  });

  it.skipIf(process.geteuid?.() !== 0)('is not kept, nor is a directory made, in the home of another user', async () => {
    await chown(root, 65_534, 65_534);
    await keep(() => expect.unreachable('made for nothing'));
    expect(await readdir(root)).toEqual([]);
    await mkdir(place.parent);
    await chown(place.parent, 65_534, 65_534);
    await keep(() => expect.unreachable('made for nothing'));
    expect(await readdir(place.parent)).toEqual([]);
  });

  it('leaves nothing half written', async () => {
    await keep(() => {
      throw new Error('out of memory');
    });
    expect(await readdir(place.directory)).toEqual([]);
  });

  it('makes room for itself: of more than two dozen the oldest go, and only what is ours', async () => {
    await keep();
    const names = ['notes.txt', 'left.4711.v8', ...Array.from({ length: 24 }, (_, index) => `older-${index}.v8`)];
    for (const [index, name] of names.entries()) {
      await writeFile(join(place.directory, name), '');
      await utimes(join(place.directory, name), index, index);
    }
    await keep();
    expect((await readdir(place.directory)).toSorted()).toEqual(names.filter((name) => !['left.4711.v8', 'older-0.v8'].includes(name)).concat('status.v8').toSorted());
  });

  it('is on the disk before it has its name', { timeout: 20_000 }, async ({ skip }) => {
    skip(!canTrace('the order of sync and rename is seen'), 'strace is missing, or may not trace here');
    await writeFile(join(root, 'keep.ts'), `import { keepCode } from ${JSON.stringify(join(import.meta.dirname, '../../src/code-cache/keep-code.ts'))};\nawait keepCode(${JSON.stringify(place)}, 'status', () => Buffer.from('code'), false);\n`);
    const calls = join(root, 'calls');
    spawnSync('strace', ['-f', '-o', calls, '-e', 'trace=fsync,rename', process.execPath, join(root, 'keep.ts')]);
    const order = (await readFile(calls, 'utf8')).match(/\b(?:fsync|rename)(?=\(| resumed)/g);
    expect(order?.filter((call, index) => call !== order[index - 1])).toEqual(['fsync', 'rename']);
  });
});

describe('what is found instead of compiled code', () => {
  it('is not taken when others could have written it', async () => {
    await keep();
    await chmod(codeFile(place, 'status'), 0o620);
    expect(readCode(codeFile(place, 'status'))).toBeUndefined();
  });

  it('is not taken from where others can write', async () => {
    await keep();
    await chmod(place.directory, 0o770);
    expect(readCode(codeFile(place, 'status'))).toBeUndefined();
  });

  it.skipIf(process.platform === 'win32')('is not waited for when it is a pipe', async () => {
    await mkdir(place.directory, { recursive: true, mode: 0o700 });
    expect(spawnSync('mkfifo', ['-m', '600', codeFile(place, 'status')]).status).toBe(0);
    expect(readCode(codeFile(place, 'status'))).toBeUndefined();
  });

  it('is nothing when there is a directory, or nothing at all', async () => {
    await mkdir(codeFile(place, 'status'), { recursive: true, mode: 0o700 });
    expect(readCode(codeFile(place, 'status'))).toBeUndefined();
    expect(readCode(codeFile(place, 'other'))).toBeUndefined();
  });
});
