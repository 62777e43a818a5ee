import { Box, useInput, usePaste } from 'ink';
import TextInput from 'ink-text-input';
import { use, useRef, useState } from 'react';
import { say, type SafeText } from '../../src/terminal/safe-text.ts';
import { marksFor, ThemeContext } from '../theme.ts';
import { ActiveContext } from './active.ts';
import { FieldError } from './FieldError.tsx';
import { plainInput } from './plain-input.ts';
import { Text } from './Text.tsx';

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

/** A labelled line of short plain text. Ctrl+U empties it; a paste goes to its end; a question mark asks for help. */
export function TextField({ label, value, onChange, onSubmit, placeholder, error = null, isFocused: isWanted = true }: TextFieldProps) {
  const isFocused = use(ActiveContext) && isWanted;
  const marks = marksFor(use(ThemeContext));
  const lastKey = useRef<'control' | 'clear' | 'other'>('other');
  // ink-text-input keeps its own caret, which is only right while every change it proposes is accepted.
  const [generation, setGeneration] = useState(0);
  const accept = (proposed: string): void => {
    const accepted = lastKey.current === 'clear' ? say`` : lastKey.current === 'control' ? value : plainInput(proposed);
    if (accepted !== proposed) {
      setGeneration(generation + 1);
    }
    if (accepted !== value) {
      onChange(accepted);
    }
  };
  usePaste(
    (text) => {
      // Where the caret stands only ink-text-input knows; what is pasted goes to the end, and so does the caret.
      setGeneration(generation + 1);
      onChange(plainInput(value + text));
    },
    { isActive: isFocused },
  );
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Text bold={isFocused} wrap="cut">{label}</Text>
      <Box flexShrink={0}>
        <Text tone={isFocused ? 'accent' : 'muted'}>{say`${isFocused ? marks.pointer : say` `} `}</Text>
        <KeyWatch isFocused={isFocused} onKey={(kind) => { lastKey.current = kind; }} />
        <TextInput
          key={generation}
          value={value}
          placeholder={placeholder ?? ''}
          focus={isFocused}
          onChange={accept}
          onSubmit={(submitted) => onSubmit(plainInput(submitted))}
        />
      </Box>
      <FieldError error={error} />
    </Box>
  );
}

interface KeyWatchProps {
  readonly isFocused: boolean;
  readonly onKey: (kind: 'control' | 'clear' | 'other') => void;
}

/**
 * Tells control keys from letters, which ink-text-input does not. It stands before the field because Ink calls listeners
 * in the order in which they were mounted.
 */
function KeyWatch({ isFocused, onKey }: KeyWatchProps) {
  useInput(
    (input, key) => {
      const isClear = key.ctrl && input === 'u';
      onKey(isClear ? 'clear' : key.ctrl || key.meta || key.escape || input === '?' ? 'control' : 'other');
    },
    { isActive: isFocused },
  );
  return null;
}
