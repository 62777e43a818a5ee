import { useAnimation } from 'ink';
import { use } from 'react';
import { classifyBaseUrl } from '../../src/anthropic/base-url.ts';
import { say } from '../../src/terminal/safe-text.ts';
import { entryName, overlayWords } from '../../src/words/dashboard.ts';
import { checkWords } from '../../src/words/wizard.ts';
import { RowList } from '../parts/RowList.tsx';
import { blankRow, heading, line, wrapText } from '../parts/rows.ts';
import { marksFor, ThemeContext } from '../theme.ts';
import { outcomeRows, stepRows } from '../wizard/check-rows.ts';
import type { DashboardState, Mode } from './state.ts';

interface CheckViewProps {
  readonly state: DashboardState;
  readonly mode: Extract<Mode, { readonly name: 'check' }>;
  readonly columns: number;
  readonly rows: number;
}

/** The live check of one credential, step by step, and what it proved. */
export function CheckView({ state, mode, columns, rows }: CheckViewProps) {
  const marks = marksFor(use(ThemeContext));
  const { run, entry } = mode;
  const { frame } = useAnimation({ interval: 120, isActive: run.state === 'running' });
  const steps = stepRows(run.steps, marks.spinner[frame % marks.spinner.length] ?? say` `, columns, marks);
  const title = [
    ...wrapText(overlayWords.check(entryName(entry)), columns).map(heading),
    line(checkWords.title(classifyBaseUrl(state.snapshot.baseUrl).shown), 'muted'),
  ];
  const outcome = run.state === 'finished' ? [blankRow, ...outcomeRows(run.report, 'message', state.now, columns, marks)] : [];
  return <RowList lines={[...title, blankRow, ...steps, ...outcome]} columns={columns} rows={rows} />;
}
