import { Box } from 'ink';
import { safeText } from '../../../src/terminal/safe-text.ts';
import { nameProblemWords } from '../../../src/words/name-problem.ts';
import { nameWords } from '../../../src/words/wizard.ts';
import { KeyValues } from '../../parts/KeyValues.tsx';
import { Paragraph } from '../../parts/Paragraph.tsx';
import { RowList } from '../../parts/RowList.tsx';
import { wrapped, type Row } from '../../parts/rows.ts';
import { TextField } from '../../parts/TextField.tsx';
import { ChoiceMenu } from '../ChoiceScreen.tsx';
import { answeredFields, profileIdHint, recordedEnd } from '../name-answers.ts';
import { fieldsOf } from '../name-form.ts';
import type { ScreenProps } from './screen-props.ts';

type NameProps = ScreenProps<'name'>;

/** Under which name it is kept, until when, and the default model: one question after the other. */
export function NameScreen(props: NameProps) {
  const { field } = props.screen.form;
  const answered = answeredFields(props.state.facts, props.screen);
  return (
    <Box flexDirection="column" flexShrink={0} rowGap={1}>
      {answered.length === 0 ? null : <KeyValues rows={answered} />}
      {field === 'profile-id' ? <ProfileIdField {...props} /> : null}
      {field === 'expiry' ? <ExpiryField {...props} /> : null}
      {field === 'model' ? <ModelField {...props} /> : null}
    </Box>
  );
}

function ProfileIdField({ state, screen, dispatch, columns, rows }: NameProps) {
  const { form } = screen;
  return (
    <Box flexDirection="column" flexShrink={0} rowGap={1}>
      <TextField
        label={nameWords.profileId}
        value={safeText(form.profileId)}
        onChange={(text) => dispatch({ type: 'profile-id', text })}
        onSubmit={() => dispatch({ type: 'continue' })}
        error={form.problem === null ? null : nameProblemWords(form.problem)}
      />
      <Hints lines={wrapped(profileIdHint(state.facts, screen), columns, 'muted')} columns={columns} rows={rows - rowsAbove(screen)} />
    </Box>
  );
}

function ExpiryField({ state, screen, dispatch, columns, rows }: NameProps) {
  const { form } = screen;
  return (
    <Box flexDirection="column" flexShrink={0} rowGap={1}>
      <TextField
        label={nameWords.expiry}
        value={safeText(form.expiry)}
        onChange={(text) => dispatch({ type: 'expiry', text })}
        onSubmit={() => dispatch({ type: 'continue' })}
        error={form.problem === null ? null : nameProblemWords(form.problem)}
      />
      <Hints
        lines={[...wrapped(recordedEnd(state.facts, screen), columns), ...wrapped(nameWords.expiryHint, columns, 'muted')]}
        columns={columns}
        rows={rows - rowsAbove(screen)}
      />
    </Box>
  );
}

/** What stands under a field; in a low window it turns its pages, and the field stays where it is. */
function Hints({ lines, columns, rows }: { readonly lines: readonly Row[]; readonly columns: number; readonly rows: number }) {
  return <RowList lines={lines} columns={columns} rows={Math.max(1, rows)} scrollKeys="pages" />;
}

/** Lines that the answers before, the field and what is wrong with it take, with a blank one after each. */
function rowsAbove({ form, answers }: NameProps['screen']): number {
  const answered = fieldsOf(answers.credential.kind).indexOf(form.field);
  return (answered === 0 ? 0 : answered + 1) + fieldRows + (form.problem === null ? 0 : problemRows);
}

const fieldRows = 3;
const problemRows = 2;

function ModelField({ state, dispatch, rows }: NameProps) {
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Paragraph bold>{nameWords.model}</Paragraph>
      <ChoiceMenu state={state} dispatch={dispatch} rows={rows - 4} />
    </Box>
  );
}
