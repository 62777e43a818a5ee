import { Box } from 'ink';
import { use } from 'react';
import { safeText, say } from '../../src/terminal/safe-text.ts';
import { percentWords } from '../../src/words/en/parts.ts';
import { padToWidth } from '../../src/terminal/width.ts';
import { marksFor, ThemeContext, type Tone } from '../theme.ts';
import { Text } from './Text.tsx';

export interface BarProps {
  /** Share that is used: 0 to 1, or more when over. */
  readonly value: number;
  /** Cells of the bar itself; the percentage stands behind it. */
  readonly width: number;
}

/** How much of a quota is used. The percentage says it too, and goes beyond 100 where the bar cannot. */
export function Bar({ value, width }: BarProps) {
  const marks = marksFor(use(ThemeContext));
  const share = Number.isFinite(value) ? Math.max(0, value) : 0;
  const full = filledCells(share, width);
  return (
    <Box flexShrink={0} columnGap={1}>
      <Text wrap="cut">
        <Text tone={barTone(share)}>{safeText(marks.barFull.repeat(full))}</Text>
        <Text tone="muted">{safeText(marks.barEmpty.repeat(width - full))}</Text>
      </Text>
      <Text>{padToWidth(say`${percentWords(Math.floor(share * 100))}`, 5, 'right')}</Text>
    </Box>
  );
}

/** Anything used shows at least one cell, and only a used-up quota shows all. */
function filledCells(share: number, width: number): number {
  if (share >= 1) {
    return width;
  }
  return share === 0 ? 0 : Math.min(width - 1, Math.max(1, Math.round(share * width)));
}

function barTone(share: number): Tone {
  if (share >= 1) {
    return 'bad';
  }
  return share >= 0.8 ? 'attention' : 'good';
}
