import { planWarningWords } from '../../src/words/changes.ts';
import { blankRow, marked, type Row } from '../parts/rows.ts';
import { commandRows, fileChangeRows } from '../review/change-rows.ts';
import type { Marks } from '../theme.ts';
import type { Review } from './state.ts';

/** What OpenClaw is asked to do, each file with its diff and where the old text is kept, then the warnings of a plan. */
export function reviewRows(review: Extract<Review, { readonly state: 'planned' }>, home: string, columns: number, marks: Marks): readonly Row[] {
  const warnings = review.warnings.flatMap((warning) => marked({ text: marks.attention, tone: 'attention' }, planWarningWords(warning), columns));
  const files = review.change.files.flatMap((file, index) => [...(index === 0 ? [] : [blankRow]), ...fileChangeRows(file, home, columns)]);
  const changes = [...commandRows(review.change.commands ?? [], columns), ...files];
  return warnings.length === 0 ? changes : [...changes, blankRow, ...warnings];
}
