import { use } from 'react';
import { safeText } from '../../../src/terminal/safe-text.ts';
import { refusalWords } from '../../../src/words/changes.ts';
import { commandWords } from '../../../src/words/openclaw-program.ts';
import { reviewWords } from '../../../src/words/wizard.ts';
import { Notice } from '../../parts/Notice.tsx';
import { ReviewBody } from '../../review/ReviewBody.tsx';
import { marksFor, ThemeContext } from '../../theme.ts';
import { asksProgram } from '../updates/review.ts';
import { reviewRows } from '../review-rows.ts';
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
  return (
    <ReviewBody
      title={reviewWords.title}
      lines={reviewRows(review, safeText(state.facts.snapshot.installation.home), columns, marks)}
      saving={saving}
      savingLabel={asksProgram(review) ? commandWords.saving : reviewWords.saving}
      replanned={trouble?.state === 'conflict'}
      trouble={trouble}
      columns={columns}
      rows={rows}
    />
  );
}
