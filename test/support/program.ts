import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startInPty, type PtyOptions, type PtySession } from './pty.ts';

/** The built program. */
export const program = fileURLToPath(new URL('../../dist/clawdial.js', import.meta.url));

/** What V8 compiled of the program is kept for the whole run, not in each home: no test waits for it twice, and a home has what the program does there. */
export const codeCache = { XDG_CACHE_HOME: fileURLToPath(new URL('../../dist.tests/cache', import.meta.url)) } as const;

/** Keys as a terminal sends them. */
export const keys = {
  enter: '\r',
  escape: '\u001B',
  up: '\u001B[A',
  down: '\u001B[B',
  tab: '\t',
  controlC: '\u0003',
  controlU: '\u0015',
  controlZ: '\u001A',
  paste: (text: string): string => `\u001B[200~${text}\u001B[201~`,
} as const;

/** Starts the built program on a real terminal; HOME and preferences lie in `home`. */
export function startProgram(home: string, args: readonly string[] = [], options: PtyOptions = {}): PtySession {
  const env = { HOME: home, PATH: '/usr/bin:/bin', XDG_CONFIG_HOME: `${home}/.config`, ...codeCache, ...options.env };
  return startInPty(process.execPath, [program, ...args], { cwd: home, ...options, env });
}

export interface Finished {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program without a terminal and waits for its end. @param input what comes on stdin; null closes it at once */
export function runProgram(home: string, args: readonly string[], input: string | null = null, variables: Readonly<Record<string, string>> = {}): Promise<Finished> {
  const env = { HOME: home, PATH: '/usr/bin:/bin', XDG_CONFIG_HOME: `${home}/.config`, ...codeCache, ...variables };
  const child = spawn(process.execPath, [program, ...args], { cwd: home, env, stdio: [input === null ? 'ignore' : 'pipe', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input ?? '');
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, signal) => resolve({ exitCode, signal, ...output }));
  });
}
