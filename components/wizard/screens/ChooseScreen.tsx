import { Box } from 'ink';
import { readCredential } from '../../../src/anthropic/credential.ts';
import type { CredentialVariable } from '../../../src/openclaw/snapshot.ts';
import { safeText } from '../../../src/terminal/safe-text.ts';
import { originWords } from '../../../src/words/en/candidate.ts';
import { describeObstacle } from '../../../src/words/en/obstacle.ts';
import { chooseWords } from '../../../src/words/en/wizard.ts';
import { Menu, type MenuItem } from '../../parts/Menu.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Text } from '../../parts/Text.tsx';
import type { WizardEvent, WizardState } from '../state.ts';
import type { ScreenProps } from './screen-props.ts';

interface Choice extends MenuItem {
  readonly event: WizardEvent;
}

/** The kinds of credential, what each is best for, and the way to look around first. */
export function ChooseScreen({ state, dispatch, rows }: ScreenProps<'choose'>) {
  const choices = choicesOf(state);
  const { obstacle, snapshot } = state.facts;
  return (
    <Box flexDirection="column" flexShrink={0} rowGap={1}>
      {obstacle === null ? <Text bold>{chooseWords.title}</Text> : <Notice tone="attention" title={describeObstacle(obstacle, snapshot).title} />}
      <Menu
        items={choices}
        rows={rows - (obstacle === null ? 2 : 5)}
        onSelect={(id) => {
          const choice = choices.find((one) => one.id === id);
          if (choice !== undefined) dispatch(choice.event);
        }}
      />
    </Box>
  );
}

function choicesOf(state: WizardState): readonly Choice[] {
  const demo: readonly Choice[] = state.settings.demo !== null
    ? []
    : [{ id: 'demo', label: chooseWords.demo, description: chooseWords.demoFor, event: { type: 'demo' } }];
  const leave: Choice = { id: 'leave', label: chooseWords.leave, description: chooseWords.leaveFor, event: { type: 'leave' } };
  if (state.facts.obstacle !== null) return [...demo, leave];
  return [
    { id: 'api-key', label: chooseWords.apiKey, description: chooseWords.apiKeyFor, event: { type: 'chose', choice: { kind: 'api-key' } } },
    {
      id: 'setup-token',
      label: chooseWords.setupToken,
      description: chooseWords.setupTokenFor,
      event: { type: 'chose', choice: { kind: 'setup-token' } },
    },
    ...state.facts.snapshot.variables.flatMap(variableChoice),
    ...demo,
  ];
}

/** A variable is offered when OpenClaw would see it and it holds a credential for requests. */
function variableChoice(variable: CredentialVariable): readonly Choice[] {
  const { summary } = readCredential(variable.secret);
  if (!variable.effective || summary.kind === null) return [];
  return [
    {
      id: `variable ${variable.name}`,
      label: chooseWords.variable(safeText(variable.name), originWords[variable.origin]),
      description: chooseWords.variableFor(summary.fingerprint),
      event: { type: 'chose', choice: { kind: 'variable', variable } },
    },
  ];
}
