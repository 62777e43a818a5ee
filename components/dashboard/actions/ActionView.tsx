import { Box } from 'ink';
import { use } from 'react';
import { safeText } from '../../../src/terminal/safe-text.ts';
import { actionWords } from '../../../src/words/actions.ts';
import { entryName } from '../../../src/words/dashboard.ts';
import { nameProblemWords } from '../../../src/words/name-problem.ts';
import { commandWords } from '../../../src/words/openclaw-program.ts';
import { profileRefusalWords } from '../../../src/words/profiles.ts';
import { nameWords, reviewWords } from '../../../src/words/wizard.ts';
import { LinesAndMenu } from '../../parts/LinesAndMenu.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Paragraph } from '../../parts/Paragraph.tsx';
import { RowList } from '../../parts/RowList.tsx';
import { heading, line, wrapText } from '../../parts/rows.ts';
import { SecretField } from '../../parts/SecretField.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { ReviewBody } from '../../review/ReviewBody.tsx';
import { marksFor, ThemeContext } from '../../theme.ts';
import type { DashboardEvent, DashboardState } from '../state.ts';
import { actionChoices, copyChoices, type ActionChoice } from './choices.ts';
import { actionRows, lifetimeRows, planRows, secretRows } from './rows.ts';
import type { ActionMode, ReviewMode } from './state.ts';

interface ActionViewProps<Mode extends ActionMode = ActionMode> {
  readonly state: DashboardState;
  readonly mode: Mode;
  readonly dispatch: (event: DashboardEvent) => void;
  readonly columns: number;
  readonly rows: number;
}

type Of<Name extends ActionMode['name']> = ActionViewProps<Extract<ActionMode, { readonly name: Name }>>;

/** The way from a profile to a change of it: what to do, what is needed for it, and the review. */
export function ActionView(props: ActionViewProps) {
  const { mode } = props;
  switch (mode.name) {
    case 'actions':
      return <ActionMenu {...props} mode={mode} />;
    case 'secret':
      return <NewSecret {...props} mode={mode} />;
    case 'lifetime':
      return <Lifetime {...props} mode={mode} />;
    case 'rename':
      return <NewName {...props} mode={mode} />;
    case 'copy':
      return <CopyMenu {...props} mode={mode} />;
    case 'review':
      return <Review {...props} mode={mode} />;
  }
}

function ActionMenu({ state, mode, dispatch, columns, rows }: Of<'actions'>) {
  const choices = actionChoices(state, mode.entry);
  return <LinesAndMenu lines={actionRows({ state, columns }, mode)} items={choices} columns={columns} rows={rows} onSelect={dispatchChoice(choices, dispatch)} />;
}

function CopyMenu({ state, mode, dispatch, columns, rows }: Of<'copy'>) {
  const choices = copyChoices(state, mode.entry);
  const title = wrapText(actionWords.copyTo(entryName(mode.entry)), columns).map(heading);
  if (choices.length === 0) return <RowList lines={[...title, line(actionWords.noAgentLeft, 'muted')]} columns={columns} rows={rows} />;
  return <LinesAndMenu lines={title} items={choices} columns={columns} rows={rows} onSelect={dispatchChoice(choices, dispatch)} />;
}

function dispatchChoice(choices: readonly ActionChoice[], dispatch: (event: DashboardEvent) => void): (id: string) => void {
  return (id) => {
    const choice = choices.find((one) => one.id === id);
    if (choice !== undefined) dispatch(choice.event);
  };
}

function NewSecret({ mode, dispatch, columns, rows }: Of<'secret'>) {
  const marks = marksFor(use(ThemeContext));
  return (
    <Box flexDirection="column" flexShrink={0} rowGap={1}>
      <SecretField
        label={actionWords.newSecret(entryName(mode.entry))}
        draft={mode.draft}
        onChange={(draft) => dispatch({ type: 'draft', draft })}
        onSubmit={() => dispatch({ type: 'continue' })}
      />
      <RowList lines={secretRows({ columns, marks }, mode)} columns={columns} rows={Math.max(1, rows - 3)} scrollKeys="pages" />
    </Box>
  );
}

function Lifetime({ state, mode, dispatch, columns, rows }: Of<'lifetime'>) {
  return (
    <Box flexDirection="column" flexShrink={0} rowGap={1}>
      <TextField
        label={nameWords.expiry}
        value={safeText(mode.text)}
        onChange={(text) => dispatch({ type: 'lifetime', text })}
        onSubmit={() => dispatch({ type: 'continue' })}
        error={mode.problem === null ? null : nameProblemWords(mode.problem)}
      />
      <RowList lines={lifetimeRows(mode, state.now, columns)} columns={columns} rows={Math.max(1, rows - 4)} scrollKeys="pages" />
    </Box>
  );
}

function NewName({ mode, dispatch }: Of<'rename'>) {
  return (
    <Box flexDirection="column" flexShrink={0} rowGap={1}>
      <TextField
        label={actionWords.newName}
        value={safeText(mode.text)}
        onChange={(text) => dispatch({ type: 'profile-id', text })}
        onSubmit={() => dispatch({ type: 'continue' })}
        error={mode.problem === null ? null : nameProblemWords(mode.problem)}
      />
      <Paragraph tone="muted">{actionWords.newNameHint}</Paragraph>
    </Box>
  );
}

function Review({ state, mode, columns, rows }: ActionViewProps<ReviewMode>) {
  const marks = marksFor(use(ThemeContext));
  const { plan, saving, replanned, trouble } = mode;
  if (plan.state === 'refused') {
    const { title, advice } = profileRefusalWords(plan.reason);
    return <Notice tone="bad" title={title} advice={[advice]} />;
  }
  const lines = planRows(plan, state.snapshot.installation.home, columns, marks);
  const savingLabel = plan.change.commands === undefined ? reviewWords.saving : commandWords.saving;
  return <ReviewBody title={plan.change.title} lines={lines} saving={saving} savingLabel={savingLabel} replanned={replanned} trouble={trouble} columns={columns} rows={rows} />;
}
