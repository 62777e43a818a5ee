import type { CommandStep, DiffLine, FileChange } from '../../src/changes/change.ts';
import { nearChanges } from '../../src/changes/diff-window.ts';
import { safeText, say } from '../../src/terminal/safe-text.ts';
import { padToWidth } from '../../src/terminal/width.ts';
import { commandLine } from '../../src/words/neutral/command-lines.ts';
import { commandWords } from '../../src/words/openclaw-program.ts';
import { reviewWords } from '../../src/words/wizard.ts';
import { blankRow, heading, line, wrapped, wrapText, type Row } from '../parts/rows.ts';
import type { Tone } from '../theme.ts';
import { shortPath } from '../wizard/short-path.ts';

const tones: Readonly<Record<DiffLine['mark'], Tone>> = { ' ': 'muted', '+': 'good', '-': 'bad' };

/** One file of a change as a review shows it: its path, its diff with line numbers, and where the old text is kept. */
export function fileChangeRows(file: FileChange, home: string, columns: number): readonly Row[] {
  const path = shortPath(file.path, home);
  if (!file.changes) return [line(reviewWords.unchanged(path), 'muted')];
  const width = String(file.diff.at(-1)?.line ?? 1).length;
  return [
    ...wrapText(file.expected === null ? reviewWords.newFile(path) : path, columns).map(heading),
    ...nearChanges(file.diff, columns - width - 3).flatMap((entry) => diffRows(entry, width, columns)),
    ...(file.expected === null ? [] : [line(reviewWords.backup, 'muted')]),
  ];
}

/** What OpenClaw will be asked to do, word for word; the secret is not among the words. */
export function commandRows(commands: readonly CommandStep[], columns: number): readonly Row[] {
  if (commands.length === 0) return [];
  const lines = commands.flatMap(({ program, argv }) => wrapped(commandLine(program, argv), columns, 'good'));
  const secret = commands.some((step) => step.secret !== null) ? wrapped(commandWords.secret, columns, 'muted') : [];
  return [heading(commandWords.title), ...lines, ...secret, blankRow];
}

/** What changes is shown to its end; a line around it may be cut. */
function diffRows({ mark, line: number, text }: DiffLine, width: number, columns: number): readonly Row[] {
  const first = say`${padToWidth(safeText(String(number)), width, 'right')} ${safeText(mark)} `;
  const tone = tones[mark];
  if (mark === ' ') return [line(say`${first}${text}`, tone)];
  const below = safeText(' '.repeat(width + 3));
  return wrapText(text, Math.max(1, columns - width - 3)).map((part, index) => line(say`${index === 0 ? first : below}${part}`, tone));
}
