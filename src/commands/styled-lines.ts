import { wrapText } from '../../components/parts/rows.ts';
import { asciiText } from '../terminal/ascii-text.ts';
import { terminalCapabilities } from '../terminal/capabilities.ts';
import { safeText, say, type SafeText } from '../terminal/safe-text.ts';
import { preferredTheme } from './choose-theme.ts';
import { printStyled, type StyledText, type TextStyle } from './output.ts';

/** A line of text with the looks of its parts. */
export type StyledLine = readonly StyledText[];

/** Lines wider than this are hard to read. */
const widestLine = 100;

/** Cells of a line of text: those of the terminal, but no more than can be read well. */
export function lineColumns(): number {
  return Math.min(terminalCapabilities(process.env, process.stdout).columns, widestLine);
}

/** Prints lines as the terminal can show them. */
export function printLines(lines: readonly StyledLine[]): void {
  const { color, unicode } = terminalCapabilities(process.env, process.stdout);
  const colored = color !== 'none' && preferredTheme() !== 'none';
  for (const line of lines) printStyled(unicode ? line : line.map(({ text, ...style }) => ({ ...style, text: asciiText(text) })), colored);
}

/** A sentence over as many lines as it needs, all indented alike. @param columns of the whole line */
export function indented(text: SafeText, indent: number, columns: number, style?: TextStyle): readonly StyledLine[] {
  const space = safeText(' '.repeat(indent));
  return wrapText(text, Math.max(1, columns - indent)).map((line): StyledLine => [{ text: space }, styled(line, style)]);
}

/** A line that goes on below itself, a little further in. */
export function hanging(first: SafeText, text: SafeText, columns: number, style?: TextStyle): readonly StyledLine[] {
  const room = Math.max(1, columns - first.length);
  const below = safeText(' '.repeat(first.length));
  return wrapText(text, room).map((line, index): StyledLine => [styled(say`${index === 0 ? first : below}${line}`, style)]);
}

function styled(text: SafeText, style?: TextStyle): StyledText {
  return style === undefined ? { text } : { text, style };
}
