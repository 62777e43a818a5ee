import { useInput } from 'ink';
import { RowList } from '../../parts/RowList.tsx';
import { noticeRows } from '../setup-token-rows.ts';
import type { ScreenProps } from './screen-props.ts';

/** The terms of using a subscription here. */
export function NoticeScreen({ dispatch, columns, rows }: ScreenProps<'notice'>) {
  useInput((_input, key) => {
    if (key.return) dispatch({ type: 'continue' });
  });
  return <RowList lines={noticeRows(columns)} columns={columns} rows={rows} />;
}
