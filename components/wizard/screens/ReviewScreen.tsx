import { Box } from 'ink';
import { use } from 'react';
import { safeText } from '../../../src/terminal/safe-text.ts';
import { applyResultWords, refusalWords } from '../../../src/words/changes.ts';
import { waitingWords } from '../../../src/words/saving.ts';
import { commandWords } from '../../../src/words/openclaw-program.ts';
import { reviewWords } from '../../../src/words/wizard.ts';
import { Notice } from '../../parts/Notice.tsx';
import { RowList } from '../../parts/RowList.tsx';
import { Spinner } from '../../parts/Spinner.tsx';
import { Paragraph } from '../../parts/Paragraph.tsx';
import { marksFor, ThemeContext } from '../../theme.ts';
import { reviewRows } from '../review-rows.ts';
import type { SaveTrouble } from '../state.ts';
import type { ScreenProps } from './screen-props.ts';

type ReviewProps = ScreenProps<'review'>;

/** Every file that will change, with its diff; Enter writes it. */
export function ReviewScreen({ state, screen, columns, rows }: ReviewProps) {
  const marks = marksFor(use(ThemeContext));
  const { review, saving, trouble } = screen;
  if (review.state === 'refused') {
    const { title, advice } = refusalWords(review.reason);
    return <Notice tone="bad" title={title} advice={[advice]} />;
  }
  const asksOpenClaw = (review.change.commands ?? []).length > 0;
  const above = (trouble === null ? 0 : 4) + 1;
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Trouble trouble={trouble} />
      {saving.state === 'idle' ? <Paragraph bold>{reviewWords.title}</Paragraph> : null}
      {saving.state === 'saving' ? <Spinner label={asksOpenClaw ? commandWords.saving : reviewWords.saving} /> : null}
      {saving.state === 'waiting' ? <Spinner label={waitingWords(saving.holder, saving.elapsedMs)} /> : null}
      <RowList
        lines={reviewRows(review, safeText(state.facts.snapshot.installation.home), columns, marks)}
        columns={columns}
        rows={Math.max(3, rows - above)}
      />
    </Box>
  );
}

function Trouble({ trouble }: { readonly trouble: SaveTrouble | null }) {
  if (trouble === null) return null;
  if (trouble.state === 'conflict') return <Notice tone="attention" title={reviewWords.replanned} />;
  const { title, advice } = applyResultWords(trouble);
  return <Notice tone="bad" title={title} advice={[advice]} />;
}
