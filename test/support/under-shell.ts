import { readFileSync } from 'node:fs';
import { startInPty, type PtyOptions, type PtySession } from './pty.ts';

/** A shell that takes no care of the terminal itself, and tells how it was left. bash would put it right, and hide what is wrong. */
const shell = `trap : INT TERM HUP QUIT; "$@"; echo "[[ended $?]]"; stty -a; echo '[[end]]'`;

/** Starts a command in a terminal that outlives it, so that what it leaves behind can be seen. */
export function startUnderShell(command: readonly string[], options: PtyOptions = {}): PtySession {
  return startInPty('/bin/sh', ['-c', shell, 'sh', ...command], options);
}

/** The process of the command itself. */
export function commandPid({ pid }: PtySession): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0]);
}

/** The exit code as a shell sees it: 128 and the number of the signal, for a program that died of one. */
export async function exitCodeOf(session: PtySession): Promise<number> {
  await session.until('[[end]]', 30_000);
  await session.exited;
  return Number(/\[\[ended (\d+)\]\]/.exec(session.bytes())?.[1] ?? -1);
}

/** What is wrong with the terminal after a full-screen program; empty when it is as before. */
export function wrongsOf(session: PtySession): readonly string[] {
  const [bytes = '', after = ''] = session.bytes().split('[[ended');
  const checks: readonly (readonly [boolean, string])[] = [
    [session.terminal.buffer.active.type === 'normal', 'the alternate screen is still there'],
    [bytes.lastIndexOf('\u001B[?25h') >= bytes.lastIndexOf('\u001B[?25l'), 'the cursor is off'],
    [bytes.lastIndexOf('\u001B[?2004l') >= bytes.lastIndexOf('\u001B[?2004h'), 'bracketed paste is on'],
    [/ icanon/.test(after) && / echo /.test(after) && /\bisig /.test(after) && !/-isig/.test(after), 'raw mode is on'],
    [!bytes.includes('\u001B[3J'), 'the scrollback was erased'],
  ];
  return checks.flatMap(([good, wrong]) => (good ? [] : [wrong]));
}
