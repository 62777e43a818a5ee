import { useAnimation } from 'ink';
import { use } from 'react';
import { classifyBaseUrl } from '../../../src/anthropic/base-url.ts';
import { say } from '../../../src/terminal/safe-text.ts';
import { checkWords } from '../../../src/words/wizard.ts';
import { RowList } from '../../parts/RowList.tsx';
import { blankRow, heading, type Row } from '../../parts/rows.ts';
import { marksFor, ThemeContext } from '../../theme.ts';
import { ChoiceScreen } from '../ChoiceScreen.tsx';
import { outcomeRows, stepRows } from '../check-rows.ts';
import type { ScreenProps } from './screen-props.ts';

type CheckProps = ScreenProps<'check'>;

/** The live check, step by step, and what it proved. */
export function CheckScreen(props: CheckProps) {
  const { screen, columns, rows } = props;
  const lines = useLines(props);
  const isValid = screen.run.state === 'finished' && screen.run.report.verdict === 'valid';
  const isOver = screen.run.state === 'finished' && !isValid;
  return isOver ? <ChoiceScreen {...props} lines={lines} /> : <RowList lines={lines} columns={columns} rows={rows} />;
}

/** In a low window the verdict comes first, and the steps that led to it last. */
function useLines({ state, screen, columns, rows }: CheckProps): readonly Row[] {
  const marks = marksFor(use(ThemeContext));
  const { run } = screen;
  const { frame } = useAnimation({ interval: 120, isActive: run.state === 'running' });
  const { baseUrl, takenAt } = state.facts.snapshot;
  const steps = stepRows(run.steps, marks.spinner[frame % marks.spinner.length] ?? say` `, columns, marks);
  const title = heading(checkWords.title(classifyBaseUrl(baseUrl).shown));
  if (run.state === 'running') return [title, blankRow, ...steps];
  const outcome = outcomeRows(run.report, state.settings.depth === 'models' ? 'models' : 'message', takenAt, columns, marks);
  return rows < 14 ? [...outcome, blankRow, title, ...steps] : [title, blankRow, ...steps, blankRow, ...outcome];
}
