import type { Change, DiffLine } from '../changes/change.ts';
import { nearChanges } from '../changes/diff-window.ts';
import { safeText, say, type SafeText } from '../terminal/safe-text.ts';
import { commandLine } from '../words/neutral/command-lines.ts';
import { commandWords } from '../words/openclaw-program.ts';
import { mendWords } from '../words/mend.ts';
import type { TextStyle } from './output.ts';
import { hanging, indented, lineColumns, printLines, type StyledLine } from './styled-lines.ts';

const styles: Readonly<Record<DiffLine['mark'], TextStyle>> = { '+': 'green', '-': 'red', ' ': 'dim' };

/** Prints everything that a change does, secrets masked. @param shorten for paths; as they are unless told otherwise */
export function printChange(change: Change, shorten: (path: string) => string = (path) => path): void {
  printLines(changeLines(change, shorten, lineColumns()));
}

function changeLines({ files, commands = [], modes = [], removals = [] }: Change, shorten: (path: string) => string, columns: number): readonly StyledLine[] {
  const shown = (path: string): SafeText => safeText(shorten(path));
  return [
    ...commands.flatMap(({ program, argv }) => indented(say`${commandWords.title}: ${commandLine(shorten(program), argv)}`, 2, columns)),
    ...files.filter(({ changes }) => changes).flatMap(({ path, diff }) => [...indented(shown(path), 2, columns), ...nearChanges(diff, columns - 6).flatMap((line) => diffLines(line, columns))]),
    ...modes.flatMap(({ path, from, to }) => indented(mendWords.mode(shown(path), modeText(from), modeText(to)), 2, columns)),
    ...removals.flatMap(({ path }) => indented(mendWords.removal(shown(path)), 2, columns)),
  ];
}

function diffLines({ mark, text }: DiffLine, columns: number): readonly StyledLine[] {
  return hanging(say`    ${safeText(mark)} `, text, columns, styles[mark]);
}

function modeText(mode: number): SafeText {
  return safeText(mode.toString(8).padStart(4, '0'));
}
