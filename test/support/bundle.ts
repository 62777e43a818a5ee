import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
// @ts-expect-error: a script of the build, which has no types
import { withoutDevtools } from '../../scripts/quick-start.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Bundles programs that tests start, one file each: loading their sources one by one takes many times as long as what they do,
 * and a trace then shows their own work alone. As the program itself, they run on React's production build.
 *
 * @param programs paths of their sources, from the root of the project
 * @param directory where they go, from the root; as deep as they lie below `base`
 */
export async function bundle(programs: readonly string[], directory: string, base: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: [...programs],
    outdir: directory,
    outbase: base,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.12',
    define: { 'process.env.NODE_ENV': '"production"' },
    // As in scripts/build.mjs: Ink’s bridge to the devtools, and dependencies that call require.
    plugins: [withoutDevtools],
    banner: { js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);" },
    logLevel: 'warning',
  });
}
