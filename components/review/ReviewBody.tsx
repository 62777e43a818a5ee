import { Box } from 'ink';
import type { SafeText } from '../../src/terminal/safe-text.ts';
import { applyResultWords } from '../../src/words/changes.ts';
import { waitingWords } from '../../src/words/saving.ts';
import { reviewWords } from '../../src/words/wizard.ts';
import { Notice } from '../parts/Notice.tsx';
import { Paragraph } from '../parts/Paragraph.tsx';
import { RowList } from '../parts/RowList.tsx';
import { wrapText, type Row } from '../parts/rows.ts';
import { Spinner } from '../parts/Spinner.tsx';
import type { Saving, SaveTrouble } from './saving.ts';

export interface ReviewBodyProps {
  readonly title: SafeText;
  /** The change in words and as diffs. */
  readonly lines: readonly Row[];
  readonly saving: Saving;
  /** While it is written. */
  readonly savingLabel?: SafeText;
  /** A file changed after the review was shown: this is the new plan. */
  readonly replanned: boolean;
  readonly trouble: SaveTrouble | null;
  /** Cells and lines of the body. */
  readonly columns: number;
  readonly rows: number;
}

/** A change before it is written, while it is written, and what kept it from being written. */
export function ReviewBody({ title, lines, saving, savingLabel = reviewWords.saving, replanned, trouble, columns, rows }: ReviewBodyProps) {
  const sentences = noticeOf(replanned, trouble);
  const [notice, ...advice] = sentences;
  // A notice stands behind its mark.
  const above = [title, ...sentences].reduce((sum, text) => sum + wrapText(text, columns - 2).length, 0);
  return (
    <Box flexDirection="column" flexShrink={0}>
      {notice === undefined ? null : <Notice tone={replanned ? 'attention' : 'bad'} title={notice} advice={advice} />}
      {saving.state === 'idle' ? <Paragraph bold>{title}</Paragraph> : null}
      {saving.state === 'saving' ? <Spinner label={savingLabel} /> : null}
      {saving.state === 'waiting' ? <Spinner label={waitingWords(saving.holder, saving.elapsedMs)} /> : null}
      <RowList lines={lines} columns={columns} rows={Math.max(3, rows - above)} />
    </Box>
  );
}

/** What is to be known before one goes on: a sentence, and what to do about it. */
function noticeOf(replanned: boolean, trouble: SaveTrouble | null): readonly SafeText[] {
  if (replanned) return [reviewWords.replanned];
  if (trouble === null) return [];
  const { title, advice } = applyResultWords(trouble);
  return [title, advice];
}
