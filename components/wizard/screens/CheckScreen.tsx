import { useAnimation, useInput } from 'ink';
import { use } from 'react';
import { classifyBaseUrl } from '../../../src/anthropic/base-url.ts';
import { say } from '../../../src/terminal/safe-text.ts';
import { checkWords } from '../../../src/words/wizard.ts';
import { LinesAndMenu } from '../../parts/LinesAndMenu.tsx';
import { RowList } from '../../parts/RowList.tsx';
import { blankRow, heading, type Row } from '../../parts/rows.ts';
import { marksFor, ThemeContext } from '../../theme.ts';
import { outcomeRows, stepRows } from '../check-rows.ts';
import type { ScreenProps } from './screen-props.ts';

type CheckProps = ScreenProps<'check'>;

/** Saving all the same is possible, and never what Enter alone does. */
const ways = {
  'check-again': { label: checkWords.again, description: checkWords.againFor },
  'edit-credential': { label: checkWords.edit, description: checkWords.editFor },
  'save-anyway': { label: checkWords.save, description: checkWords.saveFor },
  leave: { label: checkWords.leave, description: checkWords.leaveFor },
} as const;

const items = Object.entries(ways).map(([id, words]) => ({ id, ...words }));

function isWay(id: string): id is keyof typeof ways {
  return Object.hasOwn(ways, id);
}

/** The live check, step by step, and what it proved. */
export function CheckScreen(props: CheckProps) {
  const { screen, dispatch, columns, rows } = props;
  const lines = useLines(props);
  const isValid = screen.run.state === 'finished' && screen.run.report.verdict === 'valid';
  const isOver = screen.run.state === 'finished' && !isValid;
  useInput(
    (_input, key) => {
      if (key.return) dispatch({ type: 'continue' });
    },
    { isActive: isValid },
  );
  if (!isOver) return <RowList lines={lines} columns={columns} rows={rows} />;
  return <LinesAndMenu lines={lines} items={items} onSelect={(id) => isWay(id) && dispatch({ type: id })} columns={columns} rows={rows} />;
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
