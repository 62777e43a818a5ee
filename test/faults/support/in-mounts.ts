import { spawnSync } from 'node:child_process';
import { bundled } from './programs.ts';

export interface ScriptRun {
  readonly status: number | null;
  readonly output: string;
}

/**
 * Runs a shell script in a mount namespace of its own, so that whatever it mounts is gone when it ends. It knows `$NODE`,
 * `$WRITER` and `$DIR`, an empty directory that is the working directory.
 */
export function inMounts(directory: string, script: string, variables: Readonly<Record<string, string>> = {}): ScriptRun {
  const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', NODE: process.execPath, WRITER: bundled('writer'), DIR: directory, ...variables };
  const run = spawnSync('unshare', ['-m', 'sh', '-ec', script], { cwd: directory, env, encoding: 'utf8', timeout: 60_000, stdio: ['ignore', 'pipe', 'pipe'] });
  return { status: run.status, output: `${run.stdout}${run.stderr}` };
}
