import { Box } from 'ink';
import { parseLifetime } from '../../../src/rules/duration.ts';
import { profileTypes } from '../../../src/rules/profile-types.ts';
import { safeText, say, type SafeText } from '../../../src/terminal/safe-text.ts';
import { dateWords } from '../../../src/words/date.ts';
import { nameProblemWords } from '../../../src/words/name-problem.ts';
import { nameWords } from '../../../src/words/wizard.ts';
import { KeyValues, type KeyValue } from '../../parts/KeyValues.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { Paragraph } from '../../parts/Paragraph.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { fieldsOf } from '../name-form.ts';
import { modelChoices } from '../model-choices.ts';
import type { ScreenProps } from './screen-props.ts';

type NameProps = ScreenProps<'name'>;

/** Under which name it is kept, until when, and the default model: one question after the other. */
export function NameScreen(props: NameProps) {
  const { field } = props.screen.form;
  return (
    <Box flexDirection="column" flexShrink={0} rowGap={1}>
      <Answered {...props} />
      {field === 'profile-id' ? <ProfileIdField {...props} /> : null}
      {field === 'expiry' ? <ExpiryField {...props} /> : null}
      {field === 'model' ? <ModelField {...props} /> : null}
    </Box>
  );
}

/** The fields before this one. */
function Answered({ state, screen }: NameProps) {
  const { form, answers } = screen;
  const fields = fieldsOf(answers.credential.kind);
  const before = fields.slice(0, fields.indexOf(form.field));
  if (before.length === 0) return null;
  const values: Readonly<Record<string, KeyValue>> = {
    'profile-id': { label: nameWords.profileId, value: safeText(form.profileId) },
    expiry: { label: nameWords.ends, value: endWords(form.expiry, state.facts.snapshot.takenAt, nameWords.never, nameWords.endsOn) },
  };
  return <KeyValues rows={before.flatMap((field) => values[field] ?? [])} />;
}

function ProfileIdField({ state, screen, dispatch }: NameProps) {
  const { form } = screen;
  const exists = profileTypes(state.facts.snapshot).has(form.profileId);
  return (
    <Box flexDirection="column" flexShrink={0} rowGap={1}>
      <TextField
        label={nameWords.profileId}
        value={safeText(form.profileId)}
        onChange={(text) => dispatch({ type: 'profile-id', text })}
        onSubmit={() => dispatch({ type: 'continue' })}
        error={form.problem === null ? null : nameProblemWords(form.problem)}
      />
      <Paragraph tone="muted">{exists && form.problem === null ? nameWords.replaces(safeText(form.profileId)) : nameWords.profileIdHint}</Paragraph>
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
        <Paragraph>{endWords(form.expiry, state.facts.snapshot.takenAt, nameWords.noEnd, nameWords.recordedEnd)}</Paragraph>
        <Paragraph tone="muted">{nameWords.expiryHint}</Paragraph>
      </Box>
    </Box>
  );
}

function ModelField({ state, screen, dispatch, rows }: NameProps) {
  const choices = modelChoices(state.facts, screen.report);
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Paragraph bold>{nameWords.model}</Paragraph>
      <Menu
        items={choices}
        rows={rows - 4}
        onSelect={(id) => {
          const choice = choices.find((one) => one.id === id);
          if (choice !== undefined) dispatch({ type: 'model', model: choice.model });
        }}
      />
    </Box>
  );
}

/** What an entered lifetime means, from now; nothing while it is no lifetime. */
function endWords(expiry: string, now: number, none: SafeText, until: (date: SafeText) => SafeText): SafeText {
  if (expiry.trim() === '') return none;
  const lifetime = parseLifetime(expiry);
  return lifetime === null ? say`` : until(dateWords(now + lifetime));
}
