import type { HeadlessTerminal } from './pty.ts';

export interface SvgOptions {
  /** Stands in the title bar and is the picture's accessible name. */
  readonly title: string;
  /** Puts a fixed text in the place of what differs from run to run; applied to neighbouring characters of one style. */
  readonly settle?: (text: string) => string;
  /** Leaves out the empty lines at the end, for a program that printed and is gone. */
  readonly crop?: boolean;
}

interface Style {
  readonly foreground: string;
  readonly background: string | null;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
}

/** Neighbouring cells of one style. */
interface Run {
  readonly column: number;
  readonly cells: number;
  readonly text: string;
  readonly style: Style;
}

type Cell = NonNullable<ReturnType<NonNullable<ReturnType<HeadlessTerminal['buffer']['active']['getLine']>>['getCell']>>;

const cell = { width: 8.4, height: 18 };
const margin = 16;
const titleBar = 34;
const defaultForeground = '#d8dee9';
const defaultBackground = '#16181d';
const basic = [
  '#3b4048', '#e06c75', '#98c379', '#e5c07b', '#61afef', '#c678dd', '#56b6c2', '#d8dee9',
  '#5c6370', '#f0868f', '#b1d998', '#f0d08f', '#84c5f7', '#d89ae8', '#7fd0da', '#ffffff',
];

/** The visible screen as an SVG picture, with its text as text. */
export function screenToSvg(terminal: HeadlessTerminal, { title, settle = (text) => text, crop = false }: SvgOptions): string {
  const width = round(terminal.cols * cell.width + 2 * margin);
  const drawn = Array.from({ length: terminal.rows }, (_, row) => svgLine(runsOf(terminal, row).map((run) => settledRun(run, settle)), row));
  const rows = crop ? drawn.findLastIndex((line) => line !== '') + 1 : terminal.rows;
  const height = round(rows * cell.height + 2 * margin + titleBar);
  const lines = drawn.filter((line) => line !== '');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(title)}">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${width}" height="${height}" rx="10" fill="${defaultBackground}"/>`,
    '<g fill="#3b4048"><circle cx="20" cy="18" r="6"/><circle cx="40" cy="18" r="6"/><circle cx="60" cy="18" r="6"/></g>',
    `<text x="${round(width / 2)}" y="22" text-anchor="middle" font-family="system-ui,sans-serif" font-size="12" fill="#8a919d">${escapeXml(title)}</text>`,
    `<g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="14" xml:space="preserve">`,
    ...lines,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** A text of another length takes as many cells as it has characters; what stands behind it keeps its place. */
function settledRun(run: Run, settle: (text: string) => string): Run {
  const text = settle(run.text);
  return text === run.text ? run : { ...run, text, cells: text.length };
}

function runsOf(terminal: HeadlessTerminal, row: number): Run[] {
  const buffer = terminal.buffer.active;
  const line = buffer.getLine(buffer.viewportY + row);
  const runs: Run[] = [];
  for (let column = 0; column < terminal.cols; column += 1) {
    const found = line?.getCell(column);
    // The second half of a wide character has no width of its own.
    if (found === undefined || found.getWidth() === 0) continue;
    const style = styleOf(found);
    const text = found.getChars() === '' ? ' ' : found.getChars();
    const previous = runs.at(-1);
    const joins = previous !== undefined && found.getWidth() === 1 && previous.cells === previous.text.length && sameStyle(previous.style, style);
    if (joins) {
      runs[runs.length - 1] = { ...previous, cells: previous.cells + 1, text: previous.text + text };
    } else {
      runs.push({ column, cells: found.getWidth(), text, style });
    }
  }
  return runs;
}

function styleOf(found: Cell): Style {
  const foreground = colorOf(found.isFgDefault(), found.isFgRGB(), found.getFgColor());
  const background = colorOf(found.isBgDefault(), found.isBgRGB(), found.getBgColor());
  const inverse = found.isInverse() !== 0;
  return {
    foreground: (inverse ? background : foreground) ?? (inverse ? defaultBackground : defaultForeground),
    background: inverse ? (foreground ?? defaultForeground) : background,
    bold: found.isBold() !== 0,
    dim: found.isDim() !== 0,
    italic: found.isItalic() !== 0,
    underline: found.isUnderline() !== 0,
  };
}

function colorOf(isDefault: boolean, isRgb: boolean, value: number): string | null {
  if (isDefault) {
    return null;
  }
  return isRgb ? `#${value.toString(16).padStart(6, '0')}` : paletteColor(value);
}

/** The 256 colours of xterm: 16 basic ones, a 6x6x6 cube, 24 greys. */
function paletteColor(index: number): string {
  const named = basic[index];
  if (named !== undefined) {
    return named;
  }
  if (index >= 232) {
    return rgb(8 + (index - 232) * 10, 8 + (index - 232) * 10, 8 + (index - 232) * 10);
  }
  const step = (value: number): number => (value === 0 ? 0 : 55 + value * 40);
  const cube = index - 16;
  return rgb(step(Math.floor(cube / 36)), step(Math.floor(cube / 6) % 6), step(cube % 6));
}

function rgb(...parts: readonly number[]): string {
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function svgLine(runs: readonly Run[], row: number): string {
  const top = titleBar + margin + row * cell.height;
  return runs.map((run) => svgBackground(run, top) + svgText(run, top)).join('');
}

function svgBackground({ column, cells, style }: Run, top: number): string {
  if (style.background === null) {
    return '';
  }
  return `<rect x="${left(column)}" y="${round(top)}" width="${round(cells * cell.width)}" height="${cell.height}" fill="${style.background}"/>`;
}

function svgText({ column, cells, text, style }: Run, top: number): string {
  if (text.trim() === '') {
    return '';
  }
  const attributes = [
    `x="${left(column)}"`,
    `y="${round(top + 13.5)}"`,
    `textLength="${round(cells * cell.width)}"`,
    'lengthAdjust="spacingAndGlyphs"',
    `fill="${style.foreground}"`,
    ...(style.bold ? ['font-weight="bold"'] : []),
    ...(style.dim ? ['opacity="0.6"'] : []),
    ...(style.italic ? ['font-style="italic"'] : []),
    ...(style.underline ? ['text-decoration="underline"'] : []),
  ];
  return `<text ${attributes.join(' ')}>${escapeXml(text)}</text>`;
}

function left(column: number): number {
  return round(margin + column * cell.width);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function sameStyle(one: Style, other: Style): boolean {
  return (
    one.foreground === other.foreground &&
    one.background === other.background &&
    one.bold === other.bold &&
    one.dim === other.dim &&
    one.italic === other.italic &&
    one.underline === other.underline
  );
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
