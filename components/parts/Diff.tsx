import { Box } from 'ink';
import { use } from 'react';
import type { DiffLine } from '../../src/changes/change.ts';
import { safeText, say, type SafeText } from '../../src/terminal/safe-text.ts';
import { padToWidth, truncateToWidth } from '../../src/terminal/width.ts';
import { windowWords } from '../../src/words/en/parts.ts';
import { marksFor, ThemeContext, type Marks, type Tone } from '../theme.ts';
import { scrollWindow } from './scroll-window.ts';
import { Text } from './Text.tsx';

export interface DiffProps {
  readonly lines: readonly DiffLine[];
  /** Cells and lines that it may take. */
  readonly columns: number;
  readonly rows: number;
  /** Index of the first line shown. */
  readonly offset?: number;
}

const tones: Readonly<Record<DiffLine['mark'], Tone>> = { ' ': 'muted', '+': 'good', '-': 'bad' };

/** Lines of a change: the mark before each says what happens to it, the colour repeats it. */
export function Diff({ lines, columns, rows, offset = 0 }: DiffProps) {
  const marks = marksFor(use(ThemeContext));
  const { start, end, complete } = scrollWindow(lines.length, rows, offset);
  const numberWidth = String(Math.max(0, ...lines.map(({ line }) => line))).length;
  return (
    <Box flexDirection="column" flexShrink={0}>
      {lines.slice(start, end).map((line, index) => (
        <Box key={start + index} flexShrink={0} height={1}>
          <Text tone={tones[line.mark]} wrap="cut">{rowText(line, numberWidth, columns, marks)}</Text>
        </Box>
      ))}
      {complete ? null : (
        <Box flexShrink={0} height={1}>
          <Text tone="muted" wrap="cut">{windowWords(start + 1, end, lines.length)}</Text>
        </Box>
      )}
    </Box>
  );
}

function rowText({ mark, line, text }: DiffLine, numberWidth: number, columns: number, marks: Marks): SafeText {
  const number = padToWidth(safeText(String(line)), numberWidth, 'right');
  return truncateToWidth(say`${number} ${safeText(mark)} ${text}`, columns, marks.ellipsis);
}
