import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { apiKeyHome, makeHome, type HomeContent, type TestHome } from '../support/homes.ts';
import { codeCache, program, runProgram } from '../support/program.ts';

let home: TestHome | null = null;

afterEach(async () => {
  await home?.dispose();
  home = null;
});

async function open(content: HomeContent): Promise<TestHome> {
  home = await makeHome(content);
  return home;
}

const commands = [['models', 'status', '--json'], ['models', 'status', '--json', '--check', '--agent', 'main'], ['explain', '--json'], ['explain', 'main', '--json', '--lang', 'nl']] as const;

const answering = join(dirname(program), 'plain.js');

/** The same words in a form that only the whole program reads. */
function unusual(command: readonly string[]): readonly string[] {
  return command.includes('--lang') ? command.flatMap((word) => (word === '--lang' ? [] : word === 'nl' ? ['--lang=nl'] : [word])) : [...command, '--lang=en'];
}

describe('plain commands', () => {
  it.each([
    ['a good home', apiKeyHome],
    ['nothing at all', {}],
    ['a broken config', { config: '{ agents: ' }],
    ['a config that this version refuses', { config: { agents: { list: [{ id: 'main', params: {} }] }, meta: { lastTouchedVersion: '2026.2.24' } } }],
    ['a broken store', { config: {}, stores: { main: '{"version":1,' } }],
    ['an included file', { config: "{ $include: './more.json5', agents: {} }", files: { '.openclaw/more.json5': "{ agents: { list: [{ id: 'main' }] } }" } }],
  ] satisfies readonly (readonly [string, HomeContent])[])('answer as the whole program does: %s', async (_name, content) => {
    const { home: path } = await open(content);
    for (const command of commands) {
      const plain = await runProgram(path, command);
      const whole = await runProgram(path, unusual(command));
      expect(plain).toEqual(whole);
      expect(() => JSON.parse(plain.stdout)).not.toThrow();
    }
  });

  it.each([[['explain', 'nobody', '--json']], [['models', 'status', '--json', '--agent', 'nobody']], [['explain', '--json', '--profile', 'a b']]])('%j: what is wrong is said once, by the whole program', async (command) => {
    const { home: path } = await open(apiKeyHome);
    const finished = await runProgram(path, command);
    expect(finished).toMatchObject({ exitCode: 2, stdout: '' });
    expect(finished.stderr.trim().split('\n').length).toBeLessThan(5);
  });

  it('load nothing as a module but the door, and neither crypto nor the pool of threads', async () => {
    const { home: path, write } = await open(apiKeyHome);
    const list = join(path, 'loaded.json');
    const hook = await write('hook.cjs', `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(list)}, JSON.stringify({ files: Object.keys(require.cache), builtins: process.moduleLoadList })));`);
    for (const command of commands) {
      const run = (): void => expect(spawnSync(process.execPath, ['--require', hook, program, ...command], { env: { HOME: path, PATH: '/usr/bin:/bin', ...codeCache }, cwd: path, stdio: 'ignore' }).status).toBe(0);
      // The first time its compiled code is kept.
      run();
      run();
      const loaded: { readonly files: readonly string[]; readonly builtins: readonly string[] } = JSON.parse(readFileSync(list, 'utf8'));
      expect(loaded.files.filter((file) => file !== hook)).toEqual([program]);
      expect(loaded.builtins.filter((name) => /NativeModule (?:crypto|internal\/crypto\/hash|sqlite|worker_threads|http)$/.test(name))).toEqual([]);
    }
  });
});

describe('what a plain command loads', () => {
  it.each([['the door', program, 9_000], ['what answers', answering, 185_000]] as const)(
    '%s is small, in ASCII, and without tables of graphemes, screens, the SDK, conf or the parser of JSON5',
    async (_name, file, bytes) => {
      const text = readFileSync(file, 'utf8');
      const unwanted = ['Intl.Segmenter', 'react', 'x-stainless', 'ajv', 'Space_Separator'];
      expect(unwanted.filter((word) => text.includes(word))).toEqual([]);
      expect(/[^\x00-\x7F]/.exec(text)).toBeNull();
      expect((await stat(file)).size).toBeLessThanOrEqual(bytes);
    },
  );
});
