import { use } from 'react';
import { RowList } from '../../parts/RowList.tsx';
import { marksFor, ThemeContext } from '../../theme.ts';
import { foundRows } from '../found-rows.ts';
import type { ScreenProps } from './screen-props.ts';

/** Where OpenClaw is and what it can reach. */
export function FoundScreen({ state, columns, rows }: ScreenProps<'found'>) {
  const marks = marksFor(use(ThemeContext));
  return <RowList lines={foundRows(state.facts, columns, marks)} columns={columns} rows={rows} />;
}
