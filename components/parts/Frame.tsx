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
import { RowLine } from './RowLine.tsx';
import { line, wrapText } from './rows.ts';
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
  const width = bodyColumns(columns);
  return (
    <Box height={rows} width="100%" flexDirection="column" overflow="hidden" paddingX={sideMargin}>
      <Box flexShrink={0} width={width} flexDirection="column">
        <Header columns={width} place={place} />
        {heading === undefined ? null : <RowLine row={[{ text: heading, tone: 'accent', bold: true }]} columns={width} />}
        <Rule columns={width} />
      </Box>
      <Box flexGrow={1} flexShrink={1} flexDirection="column" overflow="hidden" paddingTop={1}>
        <BodyWidthContext value={width}>{children}</BodyWidthContext>
      </Box>
      <Box flexShrink={0} width={width} flexDirection="column">
        <Rule columns={width} />
        <Footer items={footer} columns={width} />
      </Box>
    </Box>
  );
}

function ignorePaste(): void {}

interface LineProps {
  /** Cells that the line may take. */
  readonly columns: number;
}

function Header({ columns, place }: LineProps & { readonly place: SafeText }) {
  const marks = marksFor(use(ThemeContext));
  const start = cellWidth(productName);
  const shown = truncateToWidth(place, columns - start - 2, marks.ellipsis);
  const gap = safeText(' '.repeat(Math.max(0, columns - start - cellWidth(shown))));
  return <RowLine row={[{ text: productName, bold: true }, { text: gap }, { text: shown, tone: 'muted' }]} columns={columns} />;
}

function Rule({ columns }: LineProps) {
  const { unicode } = use(ThemeContext);
  return <RowLine row={line(safeText((unicode ? '─' : '-').repeat(columns)), 'muted')} columns={columns} />;
}

function TooSmall({ columns, rows }: { readonly columns: number; readonly rows: number }) {
  const lines = wrapText(enlargeWords(columns, rows), Math.max(1, columns)).slice(0, Math.max(1, rows));
  return (
    <Box height={Math.max(1, rows)} width="100%" flexDirection="column" overflow="hidden">
      {lines.map((part) => (
        <Box key={part} flexShrink={0} height={1} width="100%" overflow="hidden">
          <Text tone="attention" wrap="cut">{part}</Text>
        </Box>
      ))}
    </Box>
  );
}
