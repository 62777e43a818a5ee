import { safeText, say, type SafeText } from '../../src/terminal/safe-text.ts';
import { cellWidth, padToWidth } from '../../src/terminal/width.ts';
import type { Tone } from '../theme.ts';

/** A piece of a line in one tone. */
export interface Span {
  readonly text: SafeText;
  readonly tone?: Tone;
  readonly bold?: boolean;
}

/** One line of the screen; what does not fit is cut at the right. */
export type Row = readonly Span[];

export const blankRow: Row = [];

/** A line in one tone. */
export function line(text: SafeText, tone?: Tone): Row {
  return tone === undefined ? [{ text }] : [{ text, tone }];
}

export function heading(text: SafeText): Row {
  return [{ text, bold: true }];
}

/** `label   value`, the values of one block under each other. */
export function labelled(label: SafeText, value: SafeText, labelWidth: number, tone?: Tone): Row {
  return [{ text: say`${padToWidth(label, labelWidth)}  `, tone: 'muted' }, tone === undefined ? { text: value } : { text: value, tone }];
}

/** The cell padded, so that columns stand under each other. */
export function cell(text: SafeText, width: number, tone?: Tone): Span {
  const padded = say`${padToWidth(text, width)}  `;
  return tone === undefined ? { text: padded } : { text: padded, tone };
}

/** Cells that spans take beside each other. */
export function widthOfSpans(spans: readonly Span[]): number {
  return spans.reduce((width, { text }) => width + cellWidth(text), 0);
}

/** A sentence over as many lines as it needs, broken between words. */
export function wrapped(text: SafeText, columns: number, tone?: Tone): readonly Row[] {
  const rows: Row[] = [];
  let current: SafeText | null = null;
  for (const word of text.split(' ').map(safeText)) {
    const longer: SafeText = current === null ? word : say`${current} ${word}`;
    if (current !== null && cellWidth(longer) > columns) {
      rows.push(line(current, tone));
      current = word;
    } else current = longer;
  }
  return current === null ? rows : [...rows, line(current, tone)];
}
