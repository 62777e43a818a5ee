import { ChoiceScreen } from '../ChoiceScreen.tsx';
import { agentsRows } from '../question-rows.ts';
import type { ScreenProps } from './screen-props.ts';

/** Whether a credential is for all agents, through main, or for one of the others alone. */
export function AgentsScreen({ columns, ...props }: ScreenProps<'agents'>) {
  return <ChoiceScreen {...props} columns={columns} lines={agentsRows(columns)} />;
}
