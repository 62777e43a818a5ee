// Bundles the program. The door is one small CommonJS file that knows the plain commands for scripts by their words; it
// runs one file behind it, with the code that V8 compiled of it at an earlier start (src/code-cache). These files are one
// function each, because V8 keeps code of scripts only, not of ES modules: `plain.js` answers the plain commands,
// `program.js` is everything else. What few starts need lies beside them: the SDK, and the parser of JSON5.
import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { rowByRow } from './quick-frames.mjs';
import { nodeOnDemand, quickInvisible, quickSegments, quickStringWidth, withoutDevtools, yogaBeside } from './quick-start.mjs';
import { sentencesOneByOne } from './sentences.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
const languages = ['en', 'nl'];

const all = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  platform: 'node',
  format: 'cjs',
  target: 'node22.12',
  // What is loaded later is a part of the same file, or one of Node's modules: neither takes Node's loader of ES modules.
  supported: { 'dynamic-import': false },
  minify: true,
  legalComments: 'none',
  // React's development build is several times slower to start and prints component stacks.
  define: { 'process.env.NODE_ENV': '"production"', CLAWDIAL_VERSION: JSON.stringify(version) },
  logLevel: 'warning',
};
/** What the door runs. */
const script = { ...all, banner: { js: "(function(exports,require,module){" }, footer: { js: "})" } };
const json5Beside = [outside(/^\.\/json5\.js$/), replaced(/\/node_modules\/json5\//, "export default { parse: (text) => require('./json5.js').parse(text) };")];

const others = new Map();
const keep = (name, content) => others.set(name, content);
const parts = await Promise.all([
  // What OpenClaw writes is JSON, which Node reads; the parser for what people write is read when it is needed.
  bundled('json5.js', { ...all, entryPoints: ['node_modules/json5/lib/index.js'] }),
  bundled('sdk.js', { ...all, stdin: { contents: "export { Anthropic } from '@anthropic-ai/sdk';", resolveDir: root } }),
  bundled('keep-code.js', { ...all, entryPoints: ['src/code-cache/keep-code.ts'] }),
  bundled('plain.js', { ...script, entryPoints: ['src/commands/plain/run-plain.ts'], plugins: [sentencesOneByOne(languages), nodeOnDemand(['timers/promises', 'url']), ...json5Beside] }),
  bundled('program.js', {
    ...script,
    entryPoints: ['src/commands/start.ts'],
    jsx: 'automatic',
    plugins: [
      yogaBeside(keep),
      withoutDevtools,
      nodeOnDemand(['assert', 'child_process', 'crypto', 'module', 'os', 'perf_hooks', 'readline', 'readline/promises', 'timers/promises']),
      quickSegments,
      quickInvisible,
      quickStringWidth,
      rowByRow,
      ...json5Beside,
      outside(/^@anthropic-ai\/sdk$/, './sdk.js'),
      replaced(/\/src\/words\/spoken\.ts$/, `
        import { spokenLanguage } from './language.ts';
        const tables = { ${languages.map((language) => `${language}: () => require('./${language}/words.ts')`).join(', ')} };
        export const words = tables[spokenLanguage()]();`),
    ],
    // A tenth of the whole program, and nothing in it would ever run.
    alias: Object.fromEntries(['ajv/dist/2020.js', 'ajv-formats', 'semver'].map((name) => [name, './scripts/no-schemas.mjs'])),
  }),
]);
const buildId = createHash('sha256').update(parts.map(({ text }) => text).join('\0')).digest('hex').slice(0, 12);
const door = await bundled('clawdial.js', {
  ...all,
  entryPoints: ['src/cli.ts'],
  plugins: [
    outside(/\/keep-code\.ts$/, './keep-code.js'),
    outside(/^\.\/(?:plain|program)\.js$/),
    { name: 'rooms', setup: (plugins) => plugins.onResolve({ filter: /^src\// }, ({ path }) => ({ path: `${root}${path}` })) },
    ranByTheDoor(/\/commands\/plain\/run-plain\.ts$/, 'runPlain', './plain.js', '(command) => command.name.replaceAll(" ", "-")'),
    ranByTheDoor(/\/commands\/start\.ts$/, 'start', './program.js', 'partOf'),
  ],
});

// Built aside and moved into place, so that a build that fails leaves the last good program.
const aside = `${root}/dist.${process.pid}`;
await mkdir(aside);
for (const { name, text } of [door, ...parts]) await writeFile(`${aside}/${name}`, text);
for (const [name, content] of others) await writeFile(`${aside}/${name}`, content);
await writeFile(`${aside}/package.json`, '{"type":"commonjs"}\n');
await chmod(`${aside}/clawdial.js`, 0o755);
await rm(`${root}/dist`, { recursive: true, force: true });
await rename(aside, `${root}/dist`);

async function bundled(name, settings) {
  const { outputFiles } = await build(settings);
  return { name, text: inAscii(outputFiles[0].text) };
}

/** A plugin that leaves a module out of the file. @param place where it is found instead; where its importer says, when left out */
function outside(filter, place) {
  return { name: `outside: ${filter.source}`, setup: (plugins) => plugins.onResolve({ filter }, ({ path }) => ({ path: place ?? path, external: true })) };
}

/** A plugin that gives a module another text. */
function replaced(filter, contents) {
  return { name: `replaced: ${filter.source}`, setup: (plugins) => plugins.onLoad({ filter }, ({ path }) => ({ contents, resolveDir: dirname(path) })) };
}

/** A plugin with which a function is found in a file behind the door. @param part what is kept of the file, by what the function is given first */
function ranByTheDoor(filter, name, file, part) {
  return replaced(filter, `
    import { partOf } from 'src/code-cache/part.ts';
    import { runScript } from 'src/code-cache/run-script.ts';
    const file = (first) => ({ path: require.resolve('${file}'), part: (${part})(first), build: '${buildId}' });
    export const ${name} = (...given) => runScript(file(given[0]), require, (exports) => exports.${name}(...given));`);
}

/** V8 reads a text of which no character takes two bytes in half the time. In a tagged template esbuild leaves them as they are. */
function inAscii(text) {
  return text.replace(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
