import { Box } from 'ink';
import { safeText } from '../../../src/terminal/safe-text.ts';
import { nameProblemWords } from '../../../src/words/name-problem.ts';
import { nameWords } from '../../../src/words/wizard.ts';
import { KeyValues } from '../../parts/KeyValues.tsx';
import { Paragraph } from '../../parts/Paragraph.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { ChoiceMenu } from '../ChoiceScreen.tsx';
import { answeredFields, profileIdHint, recordedEnd } from '../name-answers.ts';
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

function ProfileIdField({ state, screen, dispatch }: NameProps) {
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
      <Paragraph tone="muted">{profileIdHint(state.facts, screen)}</Paragraph>
    </Box>
  );
}

function ExpiryField({ state, screen, dispatch }: NameProps) {
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
      <Box flexDirection="column" flexShrink={0}>
        <Paragraph>{recordedEnd(state.facts, screen)}</Paragraph>
        <Paragraph tone="muted">{nameWords.expiryHint}</Paragraph>
      </Box>
    </Box>
  );
}

function ModelField({ state, dispatch, rows }: NameProps) {
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Paragraph bold>{nameWords.model}</Paragraph>
      <ChoiceMenu state={state} dispatch={dispatch} rows={rows - 4} />
    </Box>
  );
}
