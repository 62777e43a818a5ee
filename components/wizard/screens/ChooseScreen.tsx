import { use } from 'react';
import { readCredential } from '../../../src/anthropic/credential.ts';
import type { CredentialVariable } from '../../../src/openclaw/snapshot.ts';
import { safeText } from '../../../src/terminal/safe-text.ts';
import { originWords } from '../../../src/words/candidate.ts';
import { describeObstacle } from '../../../src/words/obstacle.ts';
import { chooseWords } from '../../../src/words/wizard.ts';
import { LinesAndMenu } from '../../parts/LinesAndMenu.tsx';
import type { MenuItem } from '../../parts/Menu.tsx';
import { heading, marked, type Row } from '../../parts/rows.ts';
import { marksFor, ThemeContext, type Marks } from '../../theme.ts';
import type { WizardEvent, WizardState } from '../state.ts';
import type { ScreenProps } from './screen-props.ts';

interface Choice extends MenuItem {
  readonly event: WizardEvent;
}

/** The kinds of credential, what each is best for, and the way to look around first. */
export function ChooseScreen({ state, dispatch, columns, rows }: ScreenProps<'choose'>) {
  const marks = marksFor(use(ThemeContext));
  const choices = choicesOf(state);
  return (
    <LinesAndMenu
      lines={titleRows(state, columns, marks)}
      items={choices}
      columns={columns}
      rows={rows}
      onSelect={(id) => {
        const choice = choices.find((one) => one.id === id);
        if (choice !== undefined) dispatch(choice.event);
      }}
    />
  );
}

function titleRows({ facts }: WizardState, columns: number, marks: Marks): readonly Row[] {
  if (facts.obstacle === null) return [heading(chooseWords.title)];
  const { title } = describeObstacle(facts.obstacle, facts.snapshot);
  return marked({ text: marks.attention, tone: 'attention' }, title, columns, 'attention');
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
