// Bundles the program: one small entry plus chunks that are loaded only by the commands that need them.
import { chmod, readFile, rename, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));

// Built aside and moved into place, so that a build that fails leaves the last good program.
const aside = `dist.${process.pid}`;
await build({
  absWorkingDir: root,
  entryPoints: { clawdial: 'src/cli.ts' },
  outdir: aside,
  entryNames: '[name]',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.12',
  minify: true,
  legalComments: 'none',
  jsx: 'automatic',
  // React's development build is several times slower to start and prints component stacks.
  define: { 'process.env.NODE_ENV': '"production"', CLAWDIAL_VERSION: JSON.stringify(version) },
  // Ink imports its devtools bridge lazily; with bundling the import would run, and crash.
  alias: { 'react-devtools-core': './scripts/no-devtools.mjs' },
  // Some dependencies are CommonJS and call require for Node's own modules.
  banner: { js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);" },
  logLevel: 'warning',
});
await chmod(`${root}/${aside}/clawdial.js`, 0o755);
await rm(`${root}/dist`, { recursive: true, force: true });
await rename(`${root}/${aside}`, `${root}/dist`);
