import chalk, { type ForegroundColorName } from 'chalk';
import type { ThemeSettings, ToneStyle } from '../theme.ts';
import { toneStyle } from '../theme.ts';
import type { Span } from './rows.ts';

/**
 * A line in its colours, as Ink would draw each of its spans by itself. The spans tell the shades by their lengths alone,
 * so that a line which was cut keeps them.
 *
 * @param text the line as it goes to the screen
 */
export function paint(text: string, spans: readonly Span[], theme: ThemeSettings): string {
  let painted = '';
  let at = 0;
  for (const { text: part, tone = 'text', bold = false } of spans) {
    painted += brush(toneStyle(tone, theme), bold)(text.slice(at, at + part.length));
    at += part.length;
  }
  return painted + text.slice(at);
}

function brush({ color, dimColor = false }: ToneStyle, bold: boolean): (text: string) => string {
  let style = chalk;
  if (bold) style = style.bold;
  if (color !== undefined) style = isHex(color) ? style.hex(color) : style[color];
  if (dimColor) style = style.dim;
  return style;
}

function isHex(color: ForegroundColorName | `#${string}`): color is `#${string}` {
  return color.startsWith('#');
}
