import { Box, useInput, usePaste } from 'ink';
import { use, useLayoutEffect, useRef } from 'react';
import { safeText, say, type SafeText } from '../../src/terminal/safe-text.ts';
import { charactersWords } from '../../src/words/parts.ts';
import { marksFor, ThemeContext, type Marks } from '../theme.ts';
import { ActiveContext } from './active.ts';
import { editOfKey, type TextEdit } from './edit-text.ts';
import { FieldError } from './FieldError.tsx';
import { InputModeContext } from './input-mode.ts';
import { editDraft, type SecretDraft } from './secret-draft.ts';
import { Text } from './Text.tsx';
import { pointerCells, useCaret } from './use-caret.ts';

export interface SecretFieldProps {
  readonly label: SafeText;
  readonly draft: SecretDraft;
  readonly onChange: (draft: SecretDraft) => void;
  /** Enter was pressed; a pasted line break is not Enter. */
  readonly onSubmit: () => void;
  readonly placeholder?: SafeText;
  readonly error?: SafeText | null;
  readonly isFocused?: boolean;
}

/** At most this many marks: the line says nothing about where a longer secret ends, and with the count it fits the narrowest window. */
const mostMarks = 16;

/** A labelled line for a credential. What is typed is never drawn, only that something stands there and how much. */
export function SecretField({ label, draft, onChange, onSubmit, placeholder, error = null, isFocused: isWanted = true }: SecretFieldProps) {
  const isFocused = use(ActiveContext) && isWanted;
  const marks = marksFor(use(ThemeContext));
  useSecretMode(isFocused);
  const latest = useRef(draft);
  useLayoutEffect(() => {
    latest.current = draft;
  }, [draft]);
  const edit = (wanted: TextEdit): void => {
    const next = editDraft(latest.current, wanted);
    if (next !== latest.current) {
      latest.current = next;
      onChange(next);
    }
  };
  // Where nothing stands yet, a question mark asks for help: no credential begins with one.
  const isHelp = (input: string): boolean => input === '?' && latest.current.length === 0;
  useInput((input, key) => (key.return ? onSubmit() : isHelp(input) ? undefined : apply(editOfKey(input, key), edit)), { isActive: isFocused });
  usePaste((text) => edit({ edit: 'insert', text }), { isActive: isFocused });
  const caret = caretMark(draft);
  const line = useCaret(pointerCells + caret, isFocused);
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Text bold={isFocused} wrap="cut">{label}</Text>
      <Box ref={line} flexShrink={0}>
        <Box flexShrink={0}>
          <Text tone={isFocused ? 'accent' : 'muted'}>{say`${isFocused ? marks.pointer : say` `} `}</Text>
        </Box>
        <Text wrap="cut">{maskedLine(draft, marks, isFocused)}</Text>
        {draft.length === 0 && placeholder !== undefined ? <Text tone="muted" wrap="cut">{say` ${placeholder}`}</Text> : null}
        {draft.length > 0 ? <Text tone="muted" wrap="cut">{say`  ${charactersWords(draft.characters)}`}</Text> : null}
      </Box>
      <FieldError error={error} />
    </Box>
  );
}

function apply(wanted: TextEdit | null, edit: (wanted: TextEdit) => void): void {
  if (wanted !== null) {
    edit(wanted);
  }
}

/** While this field has the focus, a long run of characters is a paste, also where the terminal does not say so. */
function useSecretMode(isFocused: boolean): void {
  const setMode = use(InputModeContext);
  useLayoutEffect(() => {
    if (!isFocused) {
      return undefined;
    }
    setMode('secret');
    return () => setMode('keys');
  }, [isFocused, setMode]);
}

/** Marks before the caret; in a longer secret the caret stands at its share of the way. */
function caretMark(draft: SecretDraft): number {
  const shown = Math.min(draft.characters, mostMarks);
  return draft.length <= mostMarks ? Math.min(draft.caret, shown) : Math.round((draft.caret / draft.length) * shown);
}

function maskedLine(draft: SecretDraft, marks: Marks, isFocused: boolean): SafeText {
  const shown = Math.min(draft.characters, mostMarks);
  if (!isFocused) return maskedBy(marks, shown);
  const before = caretMark(draft);
  return say`${maskedBy(marks, before)}${marks.caret}${maskedBy(marks, shown - before)}`;
}

function maskedBy(marks: Marks, count: number): SafeText {
  return safeText(marks.masked.repeat(count));
}
