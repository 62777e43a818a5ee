import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Bundles the programs of these tests from the sources: one file each, so that a trace shows their own work and no loading. */
export default async function buildPrograms(): Promise<void> {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const programs = readdirSync(`${root}/test/faults/programs`).map((name) => `test/faults/programs/${name}`);
  await build({
    absWorkingDir: root,
    entryPoints: programs,
    outdir: 'dist.faults',
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.12',
    logLevel: 'warning',
  });
}
