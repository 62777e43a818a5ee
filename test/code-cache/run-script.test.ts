import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runScript } from '../../src/code-cache/run-script.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'clawdial-script-'));
  vi.stubEnv('XDG_CACHE_HOME', root);
  vi.stubEnv('NODE_DISABLE_COMPILE_CACHE', undefined);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(root, { recursive: true, force: true });
});

let scripts = 0;

/** Runs a new file with that body of `answer`. @returns what it answers */
async function run(body: string, build = 'one'): Promise<unknown> {
  // V8 keeps in memory what it compiled in this process, by the name of the file.
  const path = join(root, `script-${(scripts += 1)}.js`);
  await writeFile(path, `(function(exports, require, module) { exports.answer = function () { ${body} }; })`);
  return runScript({ path, part: 'status', build }, createRequire(path), (exports) => Promise.resolve(answerOf(exports)));
}

function answerOf(exports: unknown): unknown {
  if (typeof exports !== 'object' || exports === null || !('answer' in exports) || typeof exports.answer !== 'function') throw new Error('no answer');
  return exports.answer();
}

const kept = async (): Promise<readonly string[]> => readdir(join(root, 'clawdial')).catch(() => []);

describe('a file of the program', () => {
  it('runs, and its code is kept under its part, the version of Node, the machine and the build', async () => {
    expect(await run('return 7;')).toBe(7);
    expect(await kept()).toEqual([`status-${process.version}-${process.arch}-one.v8`]);
  });

  it('is run from the code that was kept: V8 looks at no more than the length of the text, so each build keeps its own', async () => {
    expect(await run('return "first";')).toBe('first');
    expect(await run('return "other";')).toBe('first');
    expect(await run('return "other";', 'two')).toBe('other');
  });

  it('runs from its text when what was kept does not fit, and keeps what does', async () => {
    await run('return 7;');
    const file = join(root, 'clawdial', (await kept())[0] ?? '');
    await writeFile(file, 'this is no code');
    expect(await run('return 8;')).toBe(8);
    expect(await run('return 9;')).toBe(8);
  });

  it('runs, and nothing is kept, where Node is told to keep no compiled code', async () => {
    vi.stubEnv('NODE_DISABLE_COMPILE_CACHE', '1');
    expect(await run('return 7;')).toBe(7);
    expect(await kept()).toEqual([]);
  });

  it('is kept while a screen stays open', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const path = join(root, 'open.js');
    await writeFile(path, '(function(exports, require, module) {})');
    const { promise, resolve } = Promise.withResolvers<void>();
    const running = runScript({ path, part: 'status', build: 'one' }, createRequire(path), () => promise);
    vi.advanceTimersByTime(10_000);
    vi.useRealTimers();
    await vi.waitFor(async () => expect(await kept()).toEqual([expect.stringMatching(/-one\.v8$/)]), 20_000);
    resolve();
    await running;
  });

  it('is kept also when what was asked of it failed', async () => {
    await expect(run('throw new Error("a bug");')).rejects.toThrow('a bug');
    expect(await kept()).toHaveLength(1);
  });
});
