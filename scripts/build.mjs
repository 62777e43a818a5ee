// Bundles the program in two parts. The door is one CommonJS file: it answers the plain commands for scripts by itself,
// because loading modules one by one takes longer than answering. Everything else is ES modules behind it: a small
// entry, and chunks that are loaded only by the commands that need them.
import { chmod, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { lazyWords } from './lazy-words.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));

// Built aside and moved into place, so that a build that fails leaves the last good program.
const aside = `dist.${process.pid}`;
const both = {
  absWorkingDir: root,
  outdir: aside,
  entryNames: '[name]',
  bundle: true,
  platform: 'node',
  target: 'node22.12',
  minify: true,
  legalComments: 'none',
  // React's development build is several times slower to start and prints component stacks.
  define: { 'process.env.NODE_ENV': '"production"', CLAWDIAL_VERSION: JSON.stringify(version) },
  logLevel: 'warning',
};
const door = {
  ...both,
  entryPoints: { clawdial: 'src/cli.ts' },
  format: 'cjs',
  plugins: [
    lazyWords,
    {
      name: 'the program behind the door',
      setup: (plugins) => plugins.onResolve({ filter: /\/commands\/start\.ts$/ }, () => ({ path: './program.mjs', external: true })),
    },
  ],
};
const program = {
  ...both,
  entryPoints: { program: 'src/commands/start.ts' },
  chunkNames: 'chunks/[name]-[hash]',
  outExtension: { '.js': '.mjs' },
  splitting: true,
  format: 'esm',
  jsx: 'automatic',
  // Ink imports its devtools bridge lazily; with bundling the import would run, and crash.
  alias: { 'react-devtools-core': './scripts/no-devtools.mjs' },
  // Some dependencies are CommonJS and call require for Node's own modules.
  banner: { js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);" },
};
await Promise.all([build(door), build(program)]);
await writeFile(`${root}/${aside}/package.json`, '{"type":"commonjs"}\n');
await chmod(`${root}/${aside}/clawdial.js`, 0o755);
await rm(`${root}/dist`, { recursive: true, force: true });
await rename(`${root}/${aside}`, `${root}/dist`);
