import type { CommandStep, DiffLine, FileChange } from '../../src/changes/change.ts';
import { safeText, say, type SafeText } from '../../src/terminal/safe-text.ts';
import { padToWidth } from '../../src/terminal/width.ts';
import { planWarningWords } from '../../src/words/changes.ts';
import { commandLine } from '../../src/words/neutral/command-lines.ts';
import { commandWords } from '../../src/words/openclaw-program.ts';
import { reviewWords } from '../../src/words/wizard.ts';
import { blankRow, heading, line, marked, wrapped, wrapText, type Row } from '../parts/rows.ts';
import type { Marks, Tone } from '../theme.ts';
import { shortPath } from './short-path.ts';
import type { Review } from './state.ts';

const tones: Readonly<Record<DiffLine['mark'], Tone>> = { ' ': 'muted', '+': 'good', '-': 'bad' };

/** The warnings of a plan, then each file with its diff and where the old text is kept. */
export function reviewRows(review: Extract<Review, { readonly state: 'planned' }>, home: string, columns: number, marks: Marks): readonly Row[] {
  const warnings = review.warnings.flatMap((warning) => marked({ text: marks.attention, tone: 'attention' }, planWarningWords(warning), columns));
  const files = review.change.files.flatMap((file, index) => [...(index === 0 ? [] : [blankRow]), ...fileRows(file, home, columns)]);
  const changes = [...commandRows(review.change.commands ?? [], columns), ...files];
  return warnings.length === 0 ? changes : [...changes, blankRow, ...warnings];
}

/** What OpenClaw will be asked to do, word for word; the secret is not among the words. */
function commandRows(commands: readonly CommandStep[], columns: number): readonly Row[] {
  if (commands.length === 0) return [];
  const lines = commands.flatMap(({ program, argv }) => wrapped(commandLine(program, argv), columns, 'good'));
  return [heading(commandWords.title), ...lines, ...wrapped(commandWords.secret, columns, 'muted'), blankRow];
}

function fileRows(file: FileChange, home: string, columns: number): readonly Row[] {
  const path = shortPath(file.path, home);
  if (!file.changes) return [line(reviewWords.unchanged(path), 'muted')];
  const width = String(file.diff.at(-1)?.line ?? 1).length;
  return [
    ...wrapText(file.expected === null ? reviewWords.newFile(path) : path, columns).map(heading),
    ...file.diff.map((entry) => line(diffText(entry, width), tones[entry.mark])),
    ...(file.expected === null ? [] : [line(reviewWords.backup, 'muted')]),
  ];
}

function diffText({ mark, line: number, text }: DiffLine, width: number): SafeText {
  return say`${padToWidth(safeText(String(number)), width, 'right')} ${safeText(mark)} ${text}`;
}
