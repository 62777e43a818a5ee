import type { CheckRun } from '../wizard/state.ts';
import { stepRows } from '../wizard/check-rows.ts';
import type { Row } from '../parts/rows.ts';
import { lineCells } from './page.ts';
import { wordMarks } from './word-marks.ts';

/** The steps of a live check that ended between two looks. @param before null when this check is new */
export function checkNews(before: CheckRun | null, after: CheckRun): readonly Row[] {
  const known = before?.steps ?? [];
  const ended = after.steps.filter((step) => step.state !== 'running' && !known.includes(step));
  return stepRows(ended, wordMarks.dash, lineCells, wordMarks);
}
