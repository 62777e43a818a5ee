import { spawnSync } from 'node:child_process';

/** Whether system calls can be looked at on this machine; where they cannot, says what is skipped for that. */
export function canTrace(what: string): boolean {
  const isThere = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
  if (!isThere) process.stderr.write(`Skipped: ${what} with strace.\n`);
  return isThere;
}
