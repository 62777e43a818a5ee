import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { barSpans } from '../../../components/parts/bar-spans.ts';
import { RowList } from '../../../components/parts/RowList.tsx';
import { labelled, line, marked, widthOfSpans, wrapText, type Row } from '../../../components/parts/rows.ts';
import { marksFor } from '../../../components/theme.ts';
import { safeText, say } from '../../../src/terminal/safe-text.ts';
import { cellWidth } from '../../../src/terminal/width.ts';
import { renderApp, type Rendered } from '../../support/render.tsx';

let app: Rendered | null = null;

afterEach(() => {
  app?.unmount();
  app = null;
});

const textOf = (row: Row): string => row.map(({ text }) => text).join('');

describe('a sentence over several lines', () => {
  test('breaks between words and loses none', () => {
    expect(wrapText(say`one two three four`, 9)).toEqual(['one two', 'three', 'four']);
  });

  test('breaks a word that is wider than the line: a path after a slash, a name only where it is too long itself', () => {
    expect(wrapText(say`see /a/very/long/path`, 8)).toEqual(['see', '/a/very/', 'long/', 'path']);
    expect(wrapText(say`a/very-long-name`, 8)).toEqual(['a/very-l', 'ong-name']);
  });

  test('never draws wider than the line, and keeps every character, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 4, max: 30 }), (raw, columns) => {
        const text = safeText(raw);
        const lines = wrapText(text, columns);
        expect(lines.every((part) => cellWidth(part) <= columns)).toBe(true);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  test('goes on under itself after a mark or a label', () => {
    expect(marked({ text: say`!` }, say`one two three`, 9).map(textOf)).toEqual(['! one two', '  three']);
    expect(labelled(say`Config`, say`one two three`, 6, 15).map(textOf)).toEqual(['Config  one two', '        three']);
  });
});

describe('the bar', () => {
  test.each([
    [0, '░░░░░░░░░░   0%'],
    [0.001, '█░░░░░░░░░   0%'],
    [0.999, '█████████░  99%'],
    [1, '██████████ 100%'],
    [1.4, '██████████ 140%'],
    [Number.NaN, '░░░░░░░░░░   0%'],
  ])('of %d', (value, expected) => {
    expect(textOf(barSpans(value, 10, marksFor({ color: true, unicode: true })))).toBe(expected);
  });
});

describe('a list of lines', () => {
  const lines = Array.from({ length: 12 }, (_, index) => line(safeText(`line ${index + 1}`)));

  test('scrolls with the arrows to its end and not beyond', async () => {
    app = await renderApp(<RowList lines={lines} columns={40} rows={5} />);
    expect(app.lines().slice(0, 5)).toEqual(['line 1', 'line 2', 'line 3', 'line 4', 'Lines 1 to 4 of 12']);
    await app.press('\u001B[B'.repeat(30));
    expect(app.lines().slice(3, 5)).toEqual(['line 12', 'Lines 9 to 12 of 12']);
    await app.press('\u001B[A');
    expect(app.lines()[3]).toBe('line 11');
  });

  test('leaves the arrows to a menu beside it, and still turns pages', async () => {
    app = await renderApp(<RowList lines={lines} columns={40} rows={5} scrollKeys="pages" />);
    await app.press('\u001B[B');
    expect(app.lines()[0]).toBe('line 1');
    await app.press('\u001B[6~');
    expect(app.lines()[0]).toBe('line 5');
  });

  test('cuts a line at the width it may take', async () => {
    const row: Row = [{ text: say`left ` }, { text: say`a long rest of the line` }, { text: say`gone` }];
    app = await renderApp(<RowList lines={[row]} columns={12} rows={5} />);
    expect(app.lines()[0]).toBe('left a long…');
    expect(widthOfSpans(row)).toBe(32);
  });
});
