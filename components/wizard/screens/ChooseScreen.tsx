import { use } from 'react';
import { marksFor, ThemeContext } from '../../theme.ts';
import { ChoiceScreen } from '../ChoiceScreen.tsx';
import { chooseRows } from '../question-rows.ts';
import type { ScreenProps } from './screen-props.ts';

/** The kinds of credential, what each is best for, and the way to look around first. */
export function ChooseScreen({ columns, ...props }: ScreenProps<'choose'>) {
  const marks = marksFor(use(ThemeContext));
  return <ChoiceScreen {...props} columns={columns} lines={chooseRows(props.state.facts, columns, marks)} />;
}
