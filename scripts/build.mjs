// Bundles the program in three parts. The door is one small CommonJS file that knows the plain commands for scripts by
// their words. Each of those has a file of its own in each language, because V8 reads a whole file before it runs a line
// of it, and loading modules one by one takes longer than answering. Everything else is ES modules behind the door.
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { decodedYoga, quickSegments, quickStringWidth } from './quick-start.mjs';
import { wordsIn } from './words-in.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
const languages = ['en', 'nl'];

// Built aside and moved into place, so that a build that fails leaves the last good program.
const aside = `dist.${process.pid}`;
const all = {
  absWorkingDir: root,
  outdir: aside,
  entryNames: '[dir]/[name]',
  bundle: true,
  write: false,
  platform: 'node',
  target: 'node22.12',
  minify: true,
  legalComments: 'none',
  // React's development build is several times slower to start and prints component stacks.
  define: { 'process.env.NODE_ENV': '"production"', CLAWDIAL_VERSION: JSON.stringify(version) },
  logLevel: 'warning',
};
const door = {
  ...all,
  entryPoints: { clawdial: 'src/cli.ts' },
  format: 'cjs',
  plugins: [
    outside(/\/commands\/start\.ts$/, './program.mjs'),
    outside(/^\.\/plain\/[\w.]+\.js$/),
    replaced(/\/commands\/plain\/(status|explain)\.ts$/, (command) => `
      import { spokenLanguage } from '../../words/language.ts';
      const answers = { ${languages.map((language) => `${language}: () => require('./plain/${command}.${language}.js')`).join(', ')} };
      export const ${command} = (wish) => answers[spokenLanguage()]().${command}(wish);`),
  ],
};
const plain = languages.map((language) => ({
  ...all,
  entryPoints: { [`plain/status.${language}`]: 'src/commands/plain/status.ts', [`plain/explain.${language}`]: 'src/commands/plain/explain.ts' },
  format: 'cjs',
  plugins: [
    wordsIn(language),
    // What OpenClaw writes is JSON, which Node reads; the parser for what people write is read when it is needed.
    outside(/^\.\/json5\.js$/),
    replaced(/\/node_modules\/json5\//, () => "export default { parse: (text) => require('./json5.js').parse(text) };"),
  ],
}));
const json5 = { ...all, entryPoints: { 'plain/json5': 'node_modules/json5/lib/index.js' }, format: 'cjs' };
const program = {
  ...all,
  entryPoints: { program: 'src/commands/start.ts' },
  chunkNames: 'chunks/[name]-[hash]',
  outExtension: { '.js': '.mjs' },
  splitting: true,
  format: 'esm',
  jsx: 'automatic',
  plugins: [decodedYoga, quickSegments, quickStringWidth],
  alias: {
    // Ink imports its devtools bridge lazily; with bundling the import would run, and crash.
    'react-devtools-core': './scripts/no-devtools.mjs',
    // A tenth of the whole program, and nothing in it would ever run.
    ...Object.fromEntries(['ajv/dist/2020.js', 'ajv-formats', 'semver'].map((name) => [name, './scripts/no-schemas.mjs'])),
  },
  // Some dependencies are CommonJS and call require for Node's own modules.
  banner: { js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);" },
};

const built = await Promise.all([door, ...plain, json5, program].map((part) => build(part)));
for (const { path, text } of built.flatMap(({ outputFiles }) => outputFiles)) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, inAscii(text));
}
await writeFile(`${root}/${aside}/package.json`, '{"type":"commonjs"}\n');
await chmod(`${root}/${aside}/clawdial.js`, 0o755);
await rm(`${root}/dist`, { recursive: true, force: true });
await rename(`${root}/${aside}`, `${root}/dist`);

/** A plugin that leaves a module out of the file. @param place where it is found instead; where its importer says, when left out */
function outside(filter, place) {
  return { name: `outside: ${filter.source}`, setup: (plugins) => plugins.onResolve({ filter }, ({ path }) => ({ path: place ?? path, external: true })) };
}

/** A plugin that gives a module another text. @param text from what the first group of the filter found in its path */
function replaced(filter, text) {
  return { name: `replaced: ${filter.source}`, setup: (plugins) => plugins.onLoad({ filter }, ({ path }) => ({ contents: text(filter.exec(path)?.[1]), resolveDir: dirname(path) })) };
}

/** V8 reads a text of which no character takes two bytes in half the time. In a tagged template esbuild leaves them as they are. */
function inAscii(text) {
  return text.replace(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
