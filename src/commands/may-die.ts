import { isApplying } from '../changes/apply.ts';

/**
 * Asked by the guard of the terminal when a signal ends the program: a write that began is finished first; then what was
 * made beside OpenClaw's files goes.
 *
 * @param onDeath takes away what was made
 */
export function mayDie(onDeath: (() => void) | undefined): boolean {
  if (isApplying()) return false;
  onDeath?.();
  return true;
}
