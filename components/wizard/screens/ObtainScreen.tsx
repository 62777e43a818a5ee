import { useInput } from 'ink';
import { obtainWords } from '../../../src/words/wizard.ts';
import { RowList } from '../../parts/RowList.tsx';
import { blankRow, heading, wrapped } from '../../parts/rows.ts';
import type { ScreenProps } from './screen-props.ts';

/** How to get a setup-token, and the offer to run Claude's own program here. */
export function ObtainScreen({ state, dispatch, columns, rows }: ScreenProps<'obtain'>) {
  const isHere = state.settings.claudeProgram !== null;
  useInput((input, key) => {
    if (key.return) dispatch({ type: 'continue' });
    if (input === 'c' && !key.ctrl && isHere) dispatch({ type: 'run-claude' });
  });
  const lines = [
    heading(obtainWords.title),
    blankRow,
    ...obtainWords.steps.flatMap(({ text, isCommand }) => wrapped(text, columns, isCommand ? 'accent' : 'text')),
    blankRow,
    ...wrapped(isHere ? obtainWords.runHere : obtainWords.elsewhere, columns, 'muted'),
  ];
  return <RowList lines={lines} columns={columns} rows={rows} />;
}
