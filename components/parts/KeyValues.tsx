import { Box } from 'ink';
import type { SafeText } from '../../src/terminal/safe-text.ts';
import { widest } from '../../src/terminal/width.ts';
import type { Tone } from '../theme.ts';
import { Paragraph } from './Paragraph.tsx';
import { Text } from './Text.tsx';

export interface KeyValue {
  readonly label: SafeText;
  readonly value: SafeText;
  readonly tone?: Tone;
}

const gap = 2;

/** Labels and values in two columns; a long value wraps within its own. */
export function KeyValues({ rows }: { readonly rows: readonly KeyValue[] }) {
  const labelWidth = widest(rows.map(({ label }) => label)) + gap;
  return (
    <Box flexDirection="column" flexShrink={0}>
      {rows.map(({ label, value, tone }) => (
        <Box key={label} flexShrink={0}>
          <Box width={labelWidth} flexShrink={0}>
            <Text tone="muted" wrap="cut">{label}</Text>
          </Box>
          <Paragraph tone={tone ?? 'text'} indent={labelWidth}>{value}</Paragraph>
        </Box>
      ))}
    </Box>
  );
}
