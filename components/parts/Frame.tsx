import { Box, usePaste } from 'ink';
import { use, type ReactNode } from 'react';
import { safeText, type SafeText } from '../../src/terminal/safe-text.ts';
import { cellWidth, truncateToWidth } from '../../src/terminal/width.ts';
import { enlargeWords, productName, stepWords } from '../../src/words/parts.ts';
import { marksFor, ThemeContext } from '../theme.ts';
import type { FooterKey } from './fit-footer.ts';
import { BodyWidthContext } from './body-width.ts';
import { Footer } from './Footer.tsx';
import { bodyColumns, isTooSmall, sideMargin } from './frame-size.ts';
import { wrapText } from './rows.ts';
import { Text } from './Text.tsx';

export interface FrameProps {
  /** Size of the terminal in cells. */
  readonly columns: number;
  readonly rows: number;
  /** Where this acts, e.g. the state dir; right in the first line. */
  readonly place: SafeText;
  readonly step?: { readonly current: number; readonly total: number; readonly title: SafeText };
  /** The title of a screen that is not a step of a sequence. */
  readonly title?: SafeText;
  readonly footer: readonly FooterKey[];
  readonly children?: ReactNode;
}

/** The whole screen: who and where, which step, the body, and the keys that work. */
export function Frame({ columns, rows, place, step, title, footer, children }: FrameProps) {
  // Keeps bracketed paste on: what is pasted where no field takes it must not press keys.
  usePaste(ignorePaste);
  if (isTooSmall(columns, rows)) {
    return <TooSmall columns={columns} rows={rows} />;
  }
  const heading = step === undefined ? title : stepWords(step.current, step.total, step.title);
  return (
    <Box height={rows} width="100%" flexDirection="column" overflow="hidden">
      <Header columns={columns} place={place} />
      {heading === undefined ? null : (
        <Box flexShrink={0} height={1} paddingX={sideMargin}>
          <Text tone="accent" bold wrap="cut">{heading}</Text>
        </Box>
      )}
      <Rule columns={columns} />
      <Box flexGrow={1} flexShrink={1} flexDirection="column" overflow="hidden" paddingX={sideMargin} paddingTop={1}>
        <BodyWidthContext value={bodyColumns(columns)}>{children}</BodyWidthContext>
      </Box>
      <Rule columns={columns} />
      <Box flexShrink={0} height={1} paddingX={sideMargin} overflow="hidden">
        <Footer items={footer} columns={bodyColumns(columns)} />
      </Box>
    </Box>
  );
}

function ignorePaste(): void {}

function Header({ columns, place }: { readonly columns: number; readonly place: SafeText }) {
  const marks = marksFor(use(ThemeContext));
  const room = bodyColumns(columns) - cellWidth(productName) - 2;
  return (
    <Box flexShrink={0} height={1} paddingX={sideMargin} justifyContent="space-between" overflow="hidden">
      <Text bold wrap="cut">{productName}</Text>
      <Text tone="muted" wrap="cut">{truncateToWidth(place, room, marks.ellipsis)}</Text>
    </Box>
  );
}

function Rule({ columns }: { readonly columns: number }) {
  const { unicode } = use(ThemeContext);
  return (
    <Box flexShrink={0} height={1} paddingX={sideMargin} overflow="hidden">
      <Text tone="muted" wrap="cut">{safeText((unicode ? '─' : '-').repeat(bodyColumns(columns)))}</Text>
    </Box>
  );
}

function TooSmall({ columns, rows }: { readonly columns: number; readonly rows: number }) {
  const lines = wrapText(enlargeWords(columns, rows), Math.max(1, columns)).slice(0, Math.max(1, rows));
  return (
    <Box height={Math.max(1, rows)} width="100%" flexDirection="column" overflow="hidden">
      {lines.map((line) => (
        <Box key={line} flexShrink={0} height={1} width="100%" overflow="hidden">
          <Text tone="attention" wrap="cut">{line}</Text>
        </Box>
      ))}
    </Box>
  );
}
