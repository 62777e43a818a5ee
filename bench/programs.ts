import { fileURLToPath } from 'node:url';
import type { Command } from './run-command.ts';

/** The built program. */
export const program = fileURLToPath(new URL('../dist/clawdial.js', import.meta.url));

/** A small environment, the same for everything that is measured. */
export function environmentIn(home: string, more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return { HOME: home, PATH: '/usr/bin:/bin', XDG_CONFIG_HOME: `${home}/.config`, LANG: 'C.UTF-8', ...more };
}

/** The built program, its file called directly, with the Node that runs the bench. */
export function clawdial(home: string, ...args: readonly string[]): Command {
  return { file: process.execPath, args: [program, ...args], env: environmentIn(home) };
}

/** The same as at its very first start: without the code that V8 compiled at an earlier one. */
export function firstEver(command: Command): Command {
  return { ...command, env: { ...command.env, NODE_DISABLE_COMPILE_CACHE: '1' } };
}

/** Node with nothing to do. */
export function bareNode(home: string): Command {
  return { file: process.execPath, args: ['-e', '0'], env: environmentIn(home) };
}

/** A small program of the bench, on these files. */
export function benchProgram(home: string, name: string, ...args: readonly string[]): Command {
  return { file: process.execPath, args: [fileURLToPath(new URL(`programs/${name}`, import.meta.url)), ...args], env: environmentIn(home) };
}
