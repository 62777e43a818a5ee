import { safeText, say } from '../../src/terminal/safe-text.ts';
import { noticeWords, obtainWords } from '../../src/words/wizard.ts';
import { blankRow, heading, line, marked, wrapped, type Row } from '../parts/rows.ts';

/** What Anthropic and OpenClaw say about using a subscription here, with the day it was looked up. */
export function noticeRows(columns: number): readonly Row[] {
  return [
    heading(noticeWords.title),
    ...noticeWords.lines.flatMap((sentence) => [blankRow, ...wrapped(sentence, columns)]),
    blankRow,
    ...noticeWords.links.map((link) => line(link, 'accent')),
    line(noticeWords.checked, 'muted'),
  ];
}

/** How to get a setup-token. @param isHere Claude's own program is on this machine, and can be run from here */
export function obtainRows(isHere: boolean, columns: number): readonly Row[] {
  return [
    heading(obtainWords.title),
    blankRow,
    ...obtainWords.steps.flatMap(({ text, command }, index) => [
      ...marked({ text: safeText(`${index + 1}.`) }, text, columns),
      ...(command === null ? [] : [line(say`   ${command}`, 'accent')]),
    ]),
    blankRow,
    ...wrapped(isHere ? obtainWords.runHere : obtainWords.elsewhere, columns, 'muted'),
  ];
}
