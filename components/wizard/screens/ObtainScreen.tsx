import { RowList } from '../../parts/RowList.tsx';
import { obtainRows } from '../setup-token-rows.ts';
import type { ScreenProps } from './screen-props.ts';

/** How to get a setup-token, and the offer to run Claude's own program here. */
export function ObtainScreen({ state, columns, rows }: ScreenProps<'obtain'>) {
  const isHere = state.settings.claudeProgram !== null;
  return <RowList lines={obtainRows(isHere, columns)} columns={columns} rows={rows} />;
}
