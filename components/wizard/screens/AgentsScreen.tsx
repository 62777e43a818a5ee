import { safeText } from '../../../src/terminal/safe-text.ts';
import { agentsWords } from '../../../src/words/wizard.ts';
import { LinesAndMenu } from '../../parts/LinesAndMenu.tsx';
import { heading, wrapped, wrapText } from '../../parts/rows.ts';
import { usesMainStore } from '../../../src/rules/store-merge.ts';
import type { ScreenProps } from './screen-props.ts';

const all = 'all agents';

/** Whether a credential is for all agents, through main, or for one of the others alone. */
export function AgentsScreen({ state, dispatch, columns, rows }: ScreenProps<'agents'>) {
  const { snapshot } = state.facts;
  // Main's store is what the others inherit: a credential cannot be main's alone.
  const others = snapshot.agents.filter((agent) => !usesMainStore(snapshot, agent));
  const items = [
    { id: all, label: agentsWords.all(snapshot.agents.length), description: agentsWords.allFor },
    ...others.map(({ id }) => ({ id, label: agentsWords.one(safeText(id)), description: agentsWords.oneFor })),
  ];
  return (
    <LinesAndMenu
      lines={[...wrapText(agentsWords.title, columns).map(heading), ...wrapped(agentsWords.explanation, columns, 'muted')]}
      items={items}
      columns={columns}
      rows={rows}
      onSelect={(id) => dispatch({ type: 'scoped', scope: id === all ? { kind: 'all' } : { kind: 'some', agentIds: [id] } })}
    />
  );
}
