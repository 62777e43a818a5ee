import type { LockHolder } from '../../changes/change.ts';
import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';

/** While another program holds the lock of a file that we want to write. */
export function waitingWords({ pid, command }: LockHolder, elapsedMs: number): SafeText {
  const who = command ?? (pid === null ? safeText('another program') : say`process ${pid}`);
  return say`Waiting for ${who} to finish writing, ${Math.round(elapsedMs / 1000)} s`;
}
