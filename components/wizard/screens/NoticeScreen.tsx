import { useInput } from 'ink';
import { noticeWords } from '../../../src/words/wizard.ts';
import { RowList } from '../../parts/RowList.tsx';
import { blankRow, heading, line, wrapped } from '../../parts/rows.ts';
import type { ScreenProps } from './screen-props.ts';

/** What Anthropic and OpenClaw say about using a subscription here, with the day it was looked up. */
export function NoticeScreen({ dispatch, columns, rows }: ScreenProps<'notice'>) {
  useInput((_input, key) => {
    if (key.return) dispatch({ type: 'continue' });
  });
  const lines = [
    heading(noticeWords.title),
    ...noticeWords.lines.flatMap((sentence) => [blankRow, ...wrapped(sentence, columns)]),
    blankRow,
    ...noticeWords.links.map((link) => line(link, 'accent')),
    line(noticeWords.checked, 'muted'),
  ];
  return <RowList lines={lines} columns={columns} rows={rows} />;
}
