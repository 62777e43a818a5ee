import { Box, useAnimation } from 'ink';
import { use } from 'react';
import { say, type SafeText } from '../../src/terminal/safe-text.ts';
import { marksFor, ThemeContext } from '../theme.ts';
import { Text } from './Text.tsx';

export interface SpinnerProps {
  /** What is going on. */
  readonly label: SafeText;
  /** False shows a mark that stands still. */
  readonly animated?: boolean;
}

/** Something is going on and will end. */
export function Spinner({ label, animated = true }: SpinnerProps) {
  const marks = marksFor(use(ThemeContext));
  const { frame } = useAnimation({ interval: 120, isActive: animated });
  const mark = animated ? marks.spinner[frame % marks.spinner.length] : marks.bullet;
  return (
    <Box flexShrink={0} columnGap={1}>
      <Text tone="accent">{mark ?? say` `}</Text>
      <Text wrap="cut">{label}</Text>
    </Box>
  );
}
