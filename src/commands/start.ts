import type { PreferencesReading } from '../preferences/read-preferences.ts';
import { speak, type Language } from '../words/language.ts';

/**
 * The whole program, in a language. It is built apart from the door, which hands over what it knows.
 *
 * @param argv the words after the program's name
 * @param corrupt our own preferences, when they could not be understood
 */
export async function start(argv: readonly string[], language: Language, corrupt: PreferencesReading['corrupt']): Promise<void> {
  // Words are looked up when they are loaded, so this comes before everything that has some.
  speak(language);
  const { runProgram } = await import('./program.ts');
  await runProgram(argv, corrupt);
}
