import { speak, type Language } from '../../words/language.ts';
import type { PlainCommand } from './plain-command.ts';

/**
 * Answers a command for scripts with nothing loaded that it does not need.
 *
 * @returns false, and nothing is printed then, where it takes the whole program
 */
export async function runPlain(command: PlainCommand, language: Language): Promise<boolean> {
  // Words are looked up when they are loaded, so this comes before everything that has some.
  speak(language);
  if (command.name === 'explain') return (await import('./explain.ts')).explain(command);
  return (await import('./status.ts')).status(command);
}
