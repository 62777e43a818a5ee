import { use } from 'react';
import { RowList } from '../../parts/RowList.tsx';
import { marksFor, ThemeContext } from '../../theme.ts';
import { doneRows } from '../done-rows.ts';
import type { ScreenProps } from './screen-props.ts';

/** What is true now, read back from disk. */
export function DoneScreen({ state, screen, columns, rows }: ScreenProps<'done'>) {
  const marks = marksFor(use(ThemeContext));
  return <RowList lines={doneRows(state.facts, screen, columns, marks)} columns={columns} rows={rows} />;
}
