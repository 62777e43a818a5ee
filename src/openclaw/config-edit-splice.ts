import type { JsonValue } from './config-edit-value.ts';
import { beginsItsLine, lineIndent, lineStart, writeKey, writeMember, writeValue } from './config-edit-style.ts';
import type { ConfigStyle } from './config-edit-style.ts';
import type { ConfigTree, ContainerNode, Entry } from './config-edit-tree.ts';

/** Characters `start` to `end` (exclusive) become `text`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function applySplices(text: string, splices: readonly Splice[]): string {
  return splices
    .toSorted((left, right) => right.start - left.start)
    .reduce((current, splice) => current.slice(0, splice.start) + splice.text + current.slice(splice.end), text);
}

/** Puts another value in the place of an entry's own. */
export function replaceEntry(tree: ConfigTree, style: ConfigStyle, container: ContainerNode, entry: Entry, value: JsonValue): Splice[] {
  const { start, end } = entry.value;
  const oneLine = style.oneLine || (!beginsItsLine(tree.text, entry.start) && isOnOneLine(tree.text, container));
  return [{ start, end, text: writeValue(value, style, lineIndent(tree.text, entry.start), oneLine) }];
}

/** Writes another name in the place of an entry's own, in the quotes that are there. */
export function renameEntry(tree: ConfigTree, style: ConfigStyle, entry: Entry, to: string): Splice[] {
  const key = tree.tokens.find(({ type, start }) => type === 'key' && start === entry.start);
  const raw = key?.raw ?? '';
  const [first] = raw;
  const own: ConfigStyle = first === '"' || first === "'" ? { ...style, quote: first, bareKeys: false } : { ...style, bareKeys: true };
  return key === undefined ? [] : [{ start: key.start, end: key.end, text: writeKey(to, own) }];
}

/** Adds an entry behind the last one, before the closing brace and behind every comment there. */
export function appendEntry(tree: ConfigTree, style: ConfigStyle, container: ContainerNode, name: string, value: JsonValue): Splice[] {
  const write = (indent: string, oneLine: boolean): string =>
    container.kind === 'array' ? writeValue(value, style, indent, oneLine) : writeMember(name, value, style, indent, oneLine);
  const last = container.entries.at(-1);
  return last === undefined ? fillEmpty(tree, style, container, write) : appendAfter(tree, style, container, last, write);
}

/** Adds an element before the first one of an array that is not empty. */
export function prependElement(tree: ConfigTree, style: ConfigStyle, first: Entry, value: JsonValue): Splice[] {
  const ownLine = beginsItsLine(tree.text, first.start);
  const indent = lineIndent(tree.text, first.start);
  const gap = ownLine ? `${style.lineBreak}${indent}` : style.colon === ':' ? '' : ' ';
  return [{ start: first.start, end: first.start, text: `${writeValue(value, style, indent, !ownLine)},${gap}` }];
}

type Write = (indent: string, oneLine: boolean) => string;

function appendAfter(tree: ConfigTree, style: ConfigStyle, container: ContainerNode, last: Entry, write: Write): Splice[] {
  const { text } = tree;
  const tail = lastSolidEnd(tree, container);
  const ownLine = beginsItsLine(text, last.start);
  const broken = /[\r\n]/u.test(text.slice(last.value.end, container.end));
  const indent = ownLine ? lineIndent(text, last.start) : `${lineIndent(text, container.start)}${style.indent}`;
  const oneLine = !ownLine && !broken;
  const gap = oneLine ? (style.colon === ':' ? '' : ' ') : `${style.lineBreak}${indent}`;
  const added = { start: tail, end: tail, text: `${gap}${write(indent, oneLine)}${last.comma === null ? '' : ','}` };
  if (last.comma !== null) {
    return [added];
  }
  if (tail === last.value.end) {
    return [{ ...added, text: `,${added.text}` }];
  }
  return [{ start: last.value.end, end: last.value.end, text: ',' }, added];
}

function fillEmpty(tree: ConfigTree, style: ConfigStyle, container: ContainerNode, write: Write): Splice[] {
  const close = container.end - 1;
  const tail = lastSolidEnd(tree, container);
  if (style.oneLine) {
    return [{ start: tail, end: tail, text: `${tail === container.start + 1 ? '' : ' '}${write('', true)}` }];
  }
  const outer = lineIndent(tree.text, container.start);
  const inner = `${outer}${style.indent}`;
  const added = `${style.lineBreak}${inner}${write(inner, false)}`;
  const rest = tree.text.slice(tail, close);
  return /[\r\n]/u.test(rest)
    ? [{ start: tail, end: tail, text: added }]
    : [{ start: tail, end: close, text: `${added}${style.lineBreak}${outer}` }];
}

/** End of the last token in a container that is not white space: its brace, a value, a comma or a comment. */
function lastSolidEnd(tree: ConfigTree, container: ContainerNode): number {
  const inside = tree.tokens.filter((token) => token.start >= container.start && token.end < container.end);
  return inside.findLast(({ type }) => type !== 'whitespace' && type !== 'newline')?.end ?? container.start + 1;
}

function isOnOneLine(text: string, container: ContainerNode): boolean {
  return !/[\r\n]/u.test(text.slice(container.start, container.end));
}

/** Takes an entry out, with its comma and what follows it on its last line; comments of neighbours stay. */
export function removeEntry(tree: ConfigTree, container: ContainerNode, index: number): Splice[] {
  const entry = container.entries[index];
  if (entry === undefined) {
    return [];
  }
  const previous = container.entries[index - 1];
  const region = regionOf(tree.text, container, index, entry);
  const splices: Splice[] = [{ ...region, text: '' }];
  if (entry.comma !== null && (entry.comma < region.start || entry.comma >= region.end)) {
    splices.push({ start: entry.comma, end: entry.comma + 1, text: '' });
  }
  const needless = entry.comma === null ? (previous?.comma ?? null) : null;
  if (needless !== null) {
    splices.push({ start: needless, end: needless + 1, text: '' });
  }
  return splices;
}

function regionOf(text: string, container: ContainerNode, index: number, entry: Entry): { readonly start: number; readonly end: number } {
  const end = endWithComma(text, entry);
  const remainder = /^(?:[ \t]|\/\*(?:(?!\*\/)[^\r\n])*\*\/)*(?:\/\/[^\r\n]*)?(?=[\r\n])/u.exec(text.slice(end))?.[0];
  if (remainder !== undefined) {
    const stop = end + remainder.length;
    return beginsItsLine(text, entry.start)
      ? { start: lineStart(text, entry.start), end: stop + (text.startsWith('\r\n', stop) ? 2 : 1) }
      : { start: spacesBefore(text, entry.start), end: stop };
  }
  const isLast = index === container.entries.length - 1;
  if (isLast && index > 0) {
    return { start: beginsItsLine(text, entry.start) ? entry.start : spacesBefore(text, entry.start), end };
  }
  return { start: entry.start, end: isLast ? end : end + (/^[ \t]*/u.exec(text.slice(end))?.[0].length ?? 0) };
}

/** The end of the entry, or of its comma where only blanks lie between. */
function endWithComma(text: string, entry: Entry): number {
  const near = entry.comma !== null && /^[ \t]*$/u.test(text.slice(entry.value.end, entry.comma));
  return near && entry.comma !== null ? entry.comma + 1 : entry.value.end;
}

function spacesBefore(text: string, offset: number): number {
  return offset - (/[ \t]*$/u.exec(text.slice(lineStart(text, offset), offset))?.[0].length ?? 0);
}
