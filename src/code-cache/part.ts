/**
 * Which code of the whole program a start is likely to run: V8 takes a while to take over what it was given, so what the
 * screens need is not given to a command that prints ten lines.
 *
 * @param argv the words after the program's name
 * @param isTerminal whether there is a screen to draw on
 */
export function partOf(argv: readonly string[], isTerminal: boolean = process.stdout.isTTY): string {
  const word = argv[0] ?? '';
  const command = commands.find((name) => name === word) ?? 'home';
  return isTerminal ? command : `${command}-lines`;
}

/** What the program can be asked for, by its first word; anything else is the program alone, or a mistake. */
export const commands = ['onboard', 'status', 'demo', 'models', 'cache', 'explain', 'doctor', 'undo', 'report', 'config', 'complete'] as const;
