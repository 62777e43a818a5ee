import type { Change } from '../changes/change.ts';
import { safeText, say, type SafeText } from '../terminal/safe-text.ts';
import { mendWords } from '../words/mend.ts';
import { print } from './output.ts';

/** Prints everything that a change does, secrets masked. @param shorten for paths; as they are unless told otherwise */
export function printChange({ files, modes = [], removals = [] }: Change, shorten: (path: string) => string = (path) => path): void {
  const shown = (path: string): SafeText => safeText(shorten(path));
  for (const { path, diff } of files.filter(({ changes }) => changes)) {
    print(say`  ${shown(path)}`);
    for (const { mark, text } of diff) print(say`    ${safeText(mark)} ${text}`);
  }
  for (const { path, from, to } of modes) print(say`  ${mendWords.mode(shown(path), modeText(from), modeText(to))}`);
  for (const { path } of removals) print(say`  ${mendWords.removal(shown(path))}`);
}

function modeText(mode: number): SafeText {
  return safeText(mode.toString(8).padStart(4, '0'));
}
