import { use } from 'react';
import { marksFor, ThemeContext } from '../../theme.ts';
import { ChoiceScreen } from '../ChoiceScreen.tsx';
import { trustRows } from '../question-rows.ts';
import type { ScreenProps } from './screen-props.ts';

/** Asks before a secret goes to an address that is not Anthropic's; an address that must not get one is only named. */
export function TrustScreen({ columns, ...props }: ScreenProps<'trust'>) {
  const marks = marksFor(use(ThemeContext));
  return <ChoiceScreen {...props} columns={columns} lines={trustRows(props.state.facts, columns, marks)} />;
}
