import { Box, useInput } from 'ink';
import { readCredential, type ReadCredential } from '../../../src/anthropic/credential.ts';
import { joinSafe, safeText, type SafeText } from '../../../src/terminal/safe-text.ts';
import { diagnosisWords, removalWords, warningWords } from '../../../src/words/en/credential.ts';
import { kindWords, pasteWords } from '../../../src/words/en/wizard.ts';
import { Menu } from '../../parts/Menu.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { editDraft, emptyDraft, secretOf } from '../../parts/secret-draft.ts';
import { SecretField } from '../../parts/SecretField.tsx';
import { Text } from '../../parts/Text.tsx';
import type { ScreenProps } from './screen-props.ts';

type PasteProps = ScreenProps<'paste'>;

/** The secret field and what is known about what stands in it. */
export function PasteScreen({ state, screen, dispatch, rows }: PasteProps) {
  const reading = readCredential(secretOf(screen.draft));
  const { demo } = state.settings;
  useInput(
    (_input, key) => {
      if (key.tab && demo !== null) {
        dispatch({ type: 'draft', draft: editDraft(emptyDraft, { edit: 'insert', text: demo.credential(wantedKind(screen)).reveal() }) });
      }
    },
    { isActive: !screen.asking },
  );
  return (
    <Box flexDirection="column" flexShrink={0} rowGap={1}>
      <SecretField
        label={wantedKind(screen) === 'api-key' ? pasteWords.apiKeyTitle : pasteWords.setupTokenTitle}
        draft={screen.draft}
        onChange={(draft) => dispatch({ type: 'draft', draft })}
        onSubmit={() => dispatch({ type: 'continue' })}
        isFocused={!screen.asking}
      />
      <Box flexDirection="column" flexShrink={0}>
        {screen.draft.length === 0 ? <Text tone="muted">{pasteWords.hint}</Text> : null}
        {screen.draft.length === 0 && demo !== null ? <Text tone="muted">{pasteWords.demoHint}</Text> : null}
        <Reading reading={reading} screen={screen} />
      </Box>
      {screen.asking ? <Keep dispatch={dispatch} rows={rows - 8} /> : null}
    </Box>
  );
}

/** Kind, ends and length; what was taken out; and what is wrong with it. */
function Reading({ reading, screen }: { readonly reading: ReadCredential; readonly screen: PasteProps['screen'] }) {
  const { diagnosis, summary, removed } = reading;
  const isWhole = diagnosis.state === 'usable' || diagnosis.state === 'truncated';
  return (
    <Box flexDirection="column" flexShrink={0}>
      {isWhole ? <Text tone={diagnosis.state === 'usable' ? 'good' : 'text'}>{pasteWords.read(kindWords[diagnosis.kind], summary.fingerprint, summary.length)}</Text> : null}
      {removed.length > 0 && isWhole ? <Text tone="muted">{pasteWords.removed(joinSafe(removed.map(removalWords), safeText(', ')))}</Text> : null}
      {isWhole && diagnosis.kind !== wantedKind(screen) ? <Text tone="attention">{pasteWords.otherKind[diagnosis.kind]}</Text> : null}
      <Trouble reading={reading} screen={screen} />
    </Box>
  );
}

/** A value that is still being typed is not called wrong; one that was submitted, or is long enough to be pasted, is. */
function Trouble({ reading, screen }: { readonly reading: ReadCredential; readonly screen: PasteProps['screen'] }) {
  const { diagnosis } = reading;
  if (diagnosis.state === 'usable') return <Warnings warnings={diagnosis.warnings.map(warningWords)} />;
  if (!screen.tried && (diagnosis.state === 'empty' || screen.draft.length < 16)) return null;
  const { title, advice } = diagnosisWords(diagnosis);
  return <Notice tone={diagnosis.state === 'wrong' ? 'bad' : 'attention'} title={title} advice={[advice]} />;
}

function Warnings({ warnings }: { readonly warnings: readonly SafeText[] }) {
  return (
    <>
      {warnings.map((warning) => (
        <Notice key={warning} tone="attention" title={warning} />
      ))}
    </>
  );
}

function Keep({ dispatch, rows }: { readonly dispatch: PasteProps['dispatch']; readonly rows: number }) {
  return (
    <Menu
      items={[
        { id: 'again', label: pasteWords.again, description: pasteWords.againFor },
        { id: 'keep', label: pasteWords.keep, description: pasteWords.keepFor },
      ]}
      rows={rows}
      onSelect={(id) => dispatch({ type: id === 'keep' ? 'keep-credential' : 'edit-credential' })}
    />
  );
}

function wantedKind({ answers }: PasteProps['screen']): 'api-key' | 'setup-token' {
  return answers.choice.kind === 'variable' ? 'api-key' : answers.choice.kind;
}
