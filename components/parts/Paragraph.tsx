import { Box } from 'ink';
import { use } from 'react';
import type { SafeText } from '../../src/terminal/safe-text.ts';
import type { Tone } from '../theme.ts';
import { BodyWidthContext } from './body-width.ts';
import { wrapText } from './rows.ts';
import { Text } from './Text.tsx';

export interface ParagraphProps {
  readonly children: SafeText;
  readonly tone?: Tone;
  readonly bold?: boolean;
  /** Cells of the line that are taken by something before it. */
  readonly indent?: number;
}

/** A sentence over as many lines as the body's width needs. Ink's own wrapping would begin some of them with a space. */
export function Paragraph({ children, tone = 'text', bold = false, indent = 0 }: ParagraphProps) {
  const lines = wrapText(children, Math.max(1, use(BodyWidthContext) - indent));
  return (
    <Box flexDirection="column" flexShrink={0}>
      {lines.map((line, index) => (
        <Text key={index} tone={tone} bold={bold} wrap="cut">{line}</Text>
      ))}
    </Box>
  );
}
