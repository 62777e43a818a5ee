import chalk from 'chalk';
import fc from 'fast-check';
import { Box, type DOMElement } from 'ink';
import { createRef, type ReactElement } from 'react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { RowLine } from '../../../components/parts/RowLine.tsx';
import { cutRow, widthOfSpans, type Row, type Span } from '../../../components/parts/rows.ts';
import { Text } from '../../../components/parts/Text.tsx';
import { ThemeContext, type PaletteName, type ThemeSettings, type Tone } from '../../../components/theme.ts';
import { safeText, say } from '../../../src/terminal/safe-text.ts';
import { renderApp, type Rendered } from '../../support/render.tsx';

let app: Rendered | null = null;

// The same Chalk that Ink draws with; without a terminal it would draw no colours.
const level = chalk.level;
beforeAll(() => {
  chalk.level = 3;
  return () => {
    chalk.level = level;
  };
});

afterEach(() => {
  app?.unmount();
  app = null;
});

const tones: readonly Tone[] = ['text', 'muted', 'accent', 'good', 'attention', 'bad'];
const palettes: readonly PaletteName[] = ['terminal', 'dark', 'light', 'dark-16', 'light-16'];
// The last letter is no space: Ink leaves out spaces at the end of a line, and styles that only they have.
const span = fc.record({ text: fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => safeText(`${text}x`)), tone: fc.constantFrom(...tones), bold: fc.boolean() });
const theme = fc.record({ color: fc.boolean(), unicode: fc.boolean(), palette: fc.constantFrom(...palettes) });

describe('a line of spans', () => {
  test('is drawn as its spans would be, each by itself', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(span, { minLength: 1, maxLength: 6 }), theme, async (row, settings) => {
        const columns = widthOfSpans(row);
        expect(await drawn(<RowLine row={row} columns={columns} />, settings)).toBe(await drawn(<Spans row={row} />, settings));
      }),
      { numRuns: 60 },
    );
  });

  test('is one line even when there is nothing to say', async () => {
    app = await renderApp(
      <Box flexDirection="column">
        <RowLine row={[]} columns={20} />
        <RowLine row={[{ text: say`below` }]} columns={20} />
      </Box>,
    );
    expect(app.lines()).toEqual(['', 'below']);
  });

  test('is made again when what it says, how, or its room changes, and never otherwise', async () => {
    const box = createRef<DOMElement>();
    const tree = (row: Row, columns = 20) => (
      <Box ref={box}>
        <RowLine row={row} columns={columns} />
      </Box>
    );
    // Ink gets a new function to draw with each time that the line is made.
    const made = (): unknown => {
      const [line] = box.current?.childNodes ?? [];
      return line?.nodeName === 'ink-text' ? line.internal_transform : undefined;
    };
    app = await renderApp(tree([{ text: say`0:42`, tone: 'bad' }]));
    let last = made();
    expect(last).toBeTypeOf('function');
    app.rerender(tree([{ text: say`0:42`, tone: 'bad' }]));
    await app.settle();
    expect(made()).toBe(last);
    const changed: readonly (readonly [Row, number])[] = [
      [[{ text: say`0:41`, tone: 'bad' }], 20],
      [[{ text: say`0:41`, tone: 'good' }], 20],
      [[{ text: say`0:41`, tone: 'good', bold: true }], 20],
      [[{ text: say`0:41`, tone: 'good', bold: true }, { text: say`!` }], 20],
      [[{ text: say`0:41`, tone: 'good', bold: true }, { text: say`!` }], 3],
    ];
    for (const [row, columns] of changed) {
      app.rerender(tree(row, columns));
      await app.settle();
      expect(made()).not.toBe(last);
      last = made();
    }
    expect(app.lines()).toEqual(['0:…']);
  });
});

test('what is cut of a line fits, and keeps its tones', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 6 }), fc.nat({ max: 60 }), (row, columns) => {
      const cut = cutRow(row, columns, say`…`);
      expect(widthOfSpans(cut)).toBeLessThanOrEqual(columns);
      expect(cut.map(({ tone }) => tone)).toEqual(row.slice(0, cut.length).map(({ tone }) => tone));
      if (widthOfSpans(row) <= columns) expect(cut).toEqual(row);
    }),
  );
});

function Spans({ row }: { readonly row: readonly Span[] }) {
  return (
    <Box>
      {row.map(({ text, tone = 'text', bold = false }, index) => (
        <Box key={index} flexShrink={0}>
          <Text tone={tone} bold={bold}>{text}</Text>
        </Box>
      ))}
    </Box>
  );
}

async function drawn(tree: ReactElement, settings: ThemeSettings): Promise<string> {
  const one = await renderApp(<ThemeContext value={settings}>{tree}</ThemeContext>, { columns: 200 });
  try {
    return one.raw();
  } finally {
    one.unmount();
  }
}
