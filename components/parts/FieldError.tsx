import { Box } from 'ink';
import { use } from 'react';
import { say, type SafeText } from '../../src/terminal/safe-text.ts';
import { marksFor, ThemeContext } from '../theme.ts';
import { Text } from './Text.tsx';

/** The line under a field that says what is wrong with it. */
export function FieldError({ error }: { readonly error: SafeText | null }) {
  const marks = marksFor(use(ThemeContext));
  if (error === null) {
    return null;
  }
  return (
    <Box flexShrink={0} columnGap={1}>
      <Box flexShrink={0}>
        <Text tone="bad">{say`${marks.bad}`}</Text>
      </Box>
      <Text tone="bad">{error}</Text>
    </Box>
  );
}
