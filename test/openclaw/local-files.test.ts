import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, link, symlink, truncate } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { localFiles } from '../../src/openclaw/local-files.ts';
import { makeHome, type TestHome } from '../support/homes.ts';

let home: TestHome;
beforeEach(async () => {
  home = await makeHome();
});
afterEach(() => home.dispose());

async function problemAt(path: string, limit = 1000): Promise<unknown> {
  const reading = await localFiles.readText(path, limit);
  return reading.ok || reading.missing ? reading : reading.problem;
}

describe('reading a text', () => {
  test('gives the whole text with BOM and CRLF, and the hash of its bytes', async () => {
    const text = '\uFEFF{\r\n\t"ключ": "😀"}';
    const reading = await localFiles.readText(await home.write('a.json', text), 1000);
    expect(reading.ok && reading.image.text.reveal()).toBe(text);
    expect(reading.ok && reading.image.sha256).toBe(createHash('sha256').update(text).digest('hex'));
  });

  test('an empty file is an empty text, a missing one is missing, so is a link to nothing', async () => {
    const empty = await localFiles.readText(await home.write('empty', ''), 1000);
    expect(empty.ok && empty.image.text.reveal()).toBe('');
    await symlink(join(home.home, 'nothing'), join(home.home, 'dangling'));
    expect(await problemAt(join(home.home, 'nothing'))).toEqual({ ok: false, missing: true });
    expect(await problemAt(join(home.home, 'dangling'))).toEqual({ ok: false, missing: true });
  });

  test('follows links but names the file as it was asked for', async () => {
    const target = await home.write('real/file', 'x');
    const path = join(home.home, 'linked');
    await symlink(target, path);
    const reading = await localFiles.readText(path, 1000);
    expect(reading.ok && reading.image.path).toBe(path);
    expect(await localFiles.realPath(path)).toBe(target);
    expect(await localFiles.kindOf(path)).toBe('symlink');
  });

  test('a FIFO does not make it wait; directory, socket and device are told apart', async () => {
    const fifo = join(home.home, 'fifo');
    execFileSync('mkfifo', [fifo]);
    const socket = join(home.home, 'socket');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(socket, resolve));
    expect(await problemAt(fifo)).toEqual({ kind: 'not-a-file', found: 'fifo' });
    expect(await problemAt(home.home)).toEqual({ kind: 'not-a-file', found: 'directory' });
    expect(await problemAt(socket)).toEqual({ kind: 'not-a-file', found: 'socket' });
    expect(await problemAt('/dev/zero')).toEqual({ kind: 'not-a-file', found: 'device' });
    expect(await localFiles.kindOf(fifo)).toBe('fifo');
    expect(await localFiles.kindOf('/dev/zero')).toBe('device');
    server.close();
  });

  test('more bytes than the limit are not read, just as many are', async () => {
    const path = await home.write('large', 'x'.repeat(1000));
    expect((await localFiles.readText(path, 1000)).ok).toBe(true);
    await truncate(path, 1001);
    expect(await problemAt(path)).toEqual({ kind: 'too-large', bytes: 1001, limit: 1000 });
  });

  test.each([
    ['a lone continuation byte', [0x7b, 0x80], 1],
    ['Latin-1', [0x61, 0xe9, 0x62], 1],
    ['a character cut off at the end', [0x61, 0xe2, 0x82], 1],
    ['an encoded surrogate', [0x61, 0x62, 0xed, 0xa0, 0x80], 2],
  ])('tells the first byte that is not UTF-8: %s', async (_name, bytes, offset) => {
    expect(await problemAt(await home.write('bytes', Uint8Array.from(bytes)))).toEqual({ kind: 'not-utf8', offset });
  });

  test('names the errno of a loop and of a file where a directory should be', async () => {
    const loop = join(home.home, 'loop');
    await symlink(loop, loop);
    const file = await home.write('file', '');
    expect(await problemAt(loop)).toEqual({ kind: 'unreadable', code: 'ELOOP' });
    expect(await problemAt(join(file, 'below'))).toEqual({ kind: 'unreadable', code: 'ENOTDIR' });
  });

  test.skipIf(process.getuid?.() === 0)('names the errno of a file that may not be read', async () => {
    const path = await home.write('closed', 'x');
    await chmod(path, 0o000);
    expect(await problemAt(path)).toEqual({ kind: 'unreadable', code: 'EACCES' });
  });
});

test('lists names in order, and nothing for what is no directory', async () => {
  const path = await home.write('d/b', '');
  await link(path, join(home.home, 'd/a'));
  expect(await localFiles.list(join(home.home, 'd'))).toEqual(['a', 'b']);
  expect(await localFiles.list(path)).toEqual([]);
  expect(await localFiles.exists(path)).toBe(true);
  expect(await localFiles.exists(`${path}x`)).toBe(false);
  expect(await localFiles.kindOf(`${path}x`)).toBe('missing');
});
