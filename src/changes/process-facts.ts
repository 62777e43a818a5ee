import { readFileSync } from 'node:fs';
import { safeText } from '../terminal/safe-text.ts';
import type { SafeText } from '../terminal/safe-text.ts';
import { codeOf } from './errno.ts';

/** False only when the process is surely gone: no such pid, or a zombie. A process of another user counts as alive. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) === 'ESRCH') {
      return false;
    }
  }
  return statField(pid, 3) !== 'Z';
}

/** When the process began, in clock ticks since boot (Linux, field 22 of /proc/<pid>/stat); null where that is not known. */
export function startTime(pid: number): number | null {
  const ticks = Number(statField(pid, 22) ?? Number.NaN);
  return Number.isSafeInteger(ticks) ? ticks : null;
}

/** First word of the command line; null when it cannot be read. */
export function commandOf(pid: number): SafeText | null {
  const line = readOrNull(`/proc/${pid}/cmdline`);
  const word = line?.split('\0')[0] ?? '';
  return word === '' ? null : safeText(word);
}

/** Fields count from 1 as in the manual; the second, the name in parentheses, may hold spaces itself. */
function statField(pid: number, field: number): string | null {
  const line = readOrNull(`/proc/${pid}/stat`);
  return line?.slice(line.lastIndexOf(')') + 2).split(' ')[field - 3] ?? null;
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
