import { Box } from 'ink';
import { use } from 'react';
import type { SafeText } from '../../src/terminal/safe-text.ts';
import { marksFor, ThemeContext } from '../theme.ts';
import { Paragraph } from './Paragraph.tsx';
import { Text } from './Text.tsx';

/** What is wrong with a field, under it; nothing when nothing is. */
export function FieldError({ error }: { readonly error: SafeText | null }) {
  const marks = marksFor(use(ThemeContext));
  if (error === null) {
    return null;
  }
  return (
    <Box flexShrink={0} columnGap={1}>
      <Box flexShrink={0}>
        <Text tone="bad">{marks.bad}</Text>
      </Box>
      <Paragraph tone="bad" indent={2}>{error}</Paragraph>
    </Box>
  );
}
