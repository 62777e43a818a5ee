import type { PlainCommand } from './plain-command.ts';

/**
 * Answers a command for scripts with nothing loaded that it does not need.
 *
 * @returns false, and nothing is printed then, where it takes the whole program
 */
export async function runPlain(command: PlainCommand): Promise<boolean> {
  if (command.name === 'explain') return (await import('./explain.ts')).explain(command);
  return (await import('./status.ts')).status(command);
}
