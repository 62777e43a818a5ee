import { Box, useInput, usePaste } from 'ink';
import TextInput from 'ink-text-input';
import { use, useLayoutEffect, useRef, useState } from 'react';
import { asciiText } from '../../src/terminal/ascii-text.ts';
import { safeText, say, type SafeText } from '../../src/terminal/safe-text.ts';
import { cellWidth } from '../../src/terminal/width.ts';
import { marksFor, ThemeContext } from '../theme.ts';
import { ActiveContext } from './active.ts';
import { BodyWidthContext } from './body-width.ts';
import { editOfKey, editText, shownPart, type TextEdit } from './edit-text.ts';
import { FieldError } from './FieldError.tsx';
import { plainInput } from './plain-input.ts';
import { Text } from './Text.tsx';
import { pointerCells, useCaret } from './use-caret.ts';

export interface TextFieldProps {
  readonly label: SafeText;
  readonly value: SafeText;
  readonly onChange: (value: SafeText) => void;
  readonly onSubmit: (value: SafeText) => void;
  readonly placeholder?: SafeText;
  /** What is wrong with the value; one line under it. */
  readonly error?: SafeText | null;
  readonly isFocused?: boolean;
}

interface Line {
  readonly value: SafeText;
  /** Where in the value the caret stands. */
  readonly caret: number;
}

/**
 * A labelled line of short plain text, edited as in a shell; a question mark asks for help. ink-text-input draws it, but
 * the editing is ours: it takes single UTF-16 units for characters and does not tell where its caret is.
 */
export function TextField({ label, value, onChange, onSubmit, placeholder, error = null, isFocused: isWanted = true }: TextFieldProps) {
  const isFocused = use(ActiveContext) && isWanted;
  const theme = use(ThemeContext);
  const marks = marksFor(theme);
  const [caret, setCaret] = useState(value.length);
  // A value that does not come from here puts the caret behind it.
  const latest = useRef<Line>({ value, caret });
  useLayoutEffect(() => {
    if (latest.current.value === value) return;
    latest.current = { value, caret: value.length };
    setCaret(value.length);
  }, [value]);
  const edit = (wanted: TextEdit | null): void => {
    if (wanted === null) return;
    const { current } = latest;
    const next = editText({ before: current.value.slice(0, current.caret), after: current.value.slice(current.caret) }, wanted);
    const before = plainInput(next.before);
    latest.current = { value: plainInput(before + next.after), caret: before.length };
    setCaret(before.length);
    if (latest.current.value !== current.value) onChange(latest.current.value);
  };
  useInput((input, key) => (key.return ? onSubmit(latest.current.value) : input === '?' ? undefined : edit(editOfKey(input, key))), { isActive: isFocused });
  usePaste((text) => edit({ edit: 'insert', text }), { isActive: isFocused });
  const shown = shownPart(safeText(value.slice(0, caret)), safeText(value.slice(caret)), use(BodyWidthContext) - pointerCells);
  const line = useCaret(pointerCells + cellWidth(shown.before), isFocused);
  const text = say`${shown.before}${shown.after}`;
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Text bold={isFocused} wrap="cut">{label}</Text>
      <Box ref={line} flexShrink={0}>
        <Text tone={isFocused ? 'accent' : 'muted'}>{say`${isFocused ? marks.pointer : say` `} `}</Text>
        <TextInput value={theme.unicode ? text : asciiText(text)} placeholder={placeholder ?? ''} focus={false} showCursor={false} onChange={edited} />
      </Box>
      <FieldError error={error} />
    </Box>
  );
}

/** Without the focus ink-text-input reads no keys. */
function edited(): void {}
