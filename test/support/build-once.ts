import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds the program once for the whole run, so that no end-to-end test meets an old one. */
export default function buildOnce(): void {
  const script = fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the build failed:\n${stderr}`);
}
