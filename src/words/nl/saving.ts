import type { LockHolder } from '../../changes/change.ts';
import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';

/** While another program holds the lock of a file that we want to write. */
export function waitingWords({ pid, command }: LockHolder, elapsedMs: number): SafeText {
  const who = command ?? (pid === null ? safeText('een ander programma') : say`proces ${pid}`);
  return say`Wachten tot ${who} klaar is met schrijven, ${Math.round(elapsedMs / 1000)} s`;
}
