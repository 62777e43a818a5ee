import type { JsonValue } from './config-edit-value.ts';
import type { ConfigTree, ContainerNode, PlacedToken, TreeNode } from './config-edit-tree.ts';

/** How the author of a file writes, found by majority; a file without a sign of it gets OpenClaw's own: 2 spaces, double quotes, LF. */
export interface ConfigStyle {
  readonly lineBreak: '\n' | '\r\n';
  /** One step of indentation. */
  readonly indent: string;
  readonly quote: '"' | "'";
  readonly bareKeys: boolean;
  /** Between a key and its value: `:` or `: `. */
  readonly colon: ':' | ': ';
  /** The whole file stands on one line. */
  readonly oneLine: boolean;
}

export function styleOf(tree: ConfigTree): ConfigStyle {
  const keys = tree.tokens.filter(({ type }) => type === 'key');
  const strings = tree.tokens.filter(({ type, raw }) => (type === 'key' || type === 'literal') && /^["']/u.test(raw));
  const bare = keys.filter(({ raw }) => !/^["']/u.test(raw)).length;
  const single = strings.filter(({ raw }) => raw.startsWith("'")).length;
  return {
    lineBreak: lineBreakOf(tree.text),
    indent: indentOf(tree),
    quote: single > strings.length - single ? "'" : '"',
    bareKeys: bare > keys.length - bare,
    colon: colonOf(tree.tokens),
    oneLine: isOneLine(tree.root, tree.text),
  };
}

/** White space at the beginning of the line on which `offset` lies. */
export function lineIndent(text: string, offset: number): string {
  return /^\uFEFF?([ \t]*)/u.exec(text.slice(lineStart(text, offset), offset))?.[1] ?? '';
}

/** Offset of the first character of the line on which `offset` lies. */
export function lineStart(text: string, offset: number): number {
  // A file has one kind of line end: looking for the other one to its beginning, for every line, would take seconds.
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  return start + text.slice(start, offset).lastIndexOf('\r') + 1;
}

/** True when only white space stands before `offset` on its line. */
export function beginsItsLine(text: string, offset: number): boolean {
  const before = text.slice(lineStart(text, offset), offset);
  return lineStart(text, offset) > 0 && /^[ \t]*$/u.test(before);
}

/** Writes a value in the style of the file. `baseIndent` is the indentation of the line on which the value begins. */
export function writeValue(value: JsonValue, style: ConfigStyle, baseIndent: string, oneLine: boolean): string {
  if (typeof value === 'string') {
    return writeString(value, style.quote);
  }
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value);
  }
  const inner = `${baseIndent}${style.indent}`;
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const parts = Array.isArray(value)
    ? value.map((element) => writeValue(element, style, inner, oneLine))
    : Object.entries(value).map(([key, member]) => writeMember(key, member, style, inner, oneLine));
  if (parts.length === 0) {
    return `${open}${close}`;
  }
  if (oneLine) {
    return `${open}${parts.join(style.colon === ':' ? ',' : ', ')}${close}`;
  }
  const glue = `${style.lineBreak}${inner}`;
  return `${open}${glue}${parts.join(`,${glue}`)}${style.lineBreak}${baseIndent}${close}`;
}

/** Writes `key: value`; `baseIndent` is the indentation of the line on which it begins. */
export function writeMember(key: string, value: JsonValue, style: ConfigStyle, baseIndent: string, oneLine: boolean): string {
  return `${writeKey(key, style)}${style.colon}${writeValue(value, style, baseIndent, oneLine)}`;
}

/** A key without quotes where the file writes keys so and this one can be. */
export function writeKey(key: string, style: ConfigStyle): string {
  return style.bareKeys && /^[A-Za-z_$][\w$]*$/u.test(key) ? key : writeString(key, style.quote);
}

function writeString(value: string, quote: '"' | "'"): string {
  const double = JSON.stringify(value).replaceAll('\u2028', String.raw`\u2028`).replaceAll('\u2029', String.raw`\u2029`);
  if (quote === '"') {
    return double;
  }
  const inner = double.slice(1, -1).replaceAll(/\\.|'/gsu, (part) => (part === String.raw`\"` ? '"' : part === "'" ? String.raw`\'` : part));
  return `'${inner}'`;
}

function lineBreakOf(text: string): '\n' | '\r\n' {
  const windows = text.match(/\r\n/gu)?.length ?? 0;
  const all = text.match(/\n/gu)?.length ?? 0;
  return windows > all - windows ? '\r\n' : '\n';
}

function indentOf(tree: ConfigTree): string {
  const votes = new Map<string, number>();
  forEachContainer(tree.root, (container) => {
    const first = container.entries[0];
    if (first === undefined || !beginsItsLine(tree.text, first.start)) {
      return;
    }
    const outer = lineIndent(tree.text, container.start);
    const inner = lineIndent(tree.text, first.start);
    if (inner.startsWith(outer)) {
      const step = inner.slice(outer.length);
      votes.set(step, (votes.get(step) ?? 0) + 1);
    }
  });
  return mostVoted(votes) ?? '  ';
}

function mostVoted(votes: ReadonlyMap<string, number>): string | undefined {
  return [...votes].toSorted(([, left], [, right]) => right - left)[0]?.[0];
}

function forEachContainer(node: TreeNode, visit: (container: ContainerNode) => void): void {
  if (node.kind === 'scalar') {
    return;
  }
  visit(node);
  for (const entry of node.entries) {
    forEachContainer(entry.value, visit);
  }
}

function colonOf(tokens: readonly PlacedToken[]): ':' | ': ' {
  const colons = tokens.flatMap((token, index) => (token.type === 'separator' && token.raw === ':' ? [tokens[index + 1]] : []));
  const tight = colons.filter((next) => next !== undefined && next.type !== 'whitespace' && next.type !== 'newline').length;
  return tight > colons.length - tight ? ':' : ': ';
}

function isOneLine(root: TreeNode, text: string): boolean {
  return root.kind !== 'scalar' && root.entries.length > 0 && !/[\r\n]/u.test(text.slice(root.start, root.end));
}
