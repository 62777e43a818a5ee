import { RowList } from '../../parts/RowList.tsx';
import { noticeRows } from '../setup-token-rows.ts';
import type { ScreenProps } from './screen-props.ts';

/** The terms of using a subscription here. */
export function NoticeScreen({ columns, rows }: ScreenProps<'notice'>) {
  return <RowList lines={noticeRows(columns)} columns={columns} rows={rows} />;
}
