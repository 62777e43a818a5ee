import { Box } from 'ink';
import { safeText } from '../../../src/terminal/safe-text.ts';
import { agentsWords } from '../../../src/words/en/wizard.ts';
import { Menu } from '../../parts/Menu.tsx';
import { Text } from '../../parts/Text.tsx';
import { usesMainStore } from '../../../src/rules/store-merge.ts';
import type { ScreenProps } from './screen-props.ts';

const all = 'all agents';

/** Whether a credential is for all agents, through main, or for one of the others alone. */
export function AgentsScreen({ state, dispatch, rows }: ScreenProps<'agents'>) {
  const { snapshot } = state.facts;
  // Main's store is what the others inherit: a credential cannot be main's alone.
  const others = snapshot.agents.filter((agent) => !usesMainStore(snapshot, agent));
  const items = [
    { id: all, label: agentsWords.all(snapshot.agents.length), description: agentsWords.allFor },
    ...others.map(({ id }) => ({ id, label: agentsWords.one(safeText(id)), description: agentsWords.oneFor })),
  ];
  return (
    <Box flexDirection="column" flexShrink={0} rowGap={1}>
      <Box flexDirection="column" flexShrink={0}>
        <Text bold>{agentsWords.title}</Text>
        <Text tone="muted">{agentsWords.explanation}</Text>
      </Box>
      <Menu
        items={items}
        rows={rows - 4}
        onSelect={(id) => dispatch({ type: 'scoped', scope: id === all ? { kind: 'all' } : { kind: 'some', agentIds: [id] } })}
      />
    </Box>
  );
}
