import { Box } from 'ink';
import type { FooterKey } from './fit-footer.ts';
import { fitFooter } from './fit-footer.ts';
import { Text } from './Text.tsx';

export interface FooterProps {
  /** Most important first. */
  readonly items: readonly FooterKey[];
  /** Cells that the line may take. */
  readonly columns: number;
}

/** The keys that work now, on one line that never wraps. */
export function Footer({ items, columns }: FooterProps) {
  return (
    <Box flexShrink={0} height={1} columnGap={3} overflow="hidden">
      {fitFooter(items, columns).map(({ keys, label }) => (
        <Box key={keys} flexShrink={0} columnGap={1}>
          <Text tone="accent" wrap="cut">{keys}</Text>
          {label === '' ? null : <Text tone="muted" wrap="cut">{label}</Text>}
        </Box>
      ))}
    </Box>
  );
}
