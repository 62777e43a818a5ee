import jju from 'jju';

/** A value in the text; offsets count UTF-16 code units, `end` is exclusive. */
export type TreeNode = ContainerNode | ScalarNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly start: number;
  readonly end: number;
}

export interface ContainerNode {
  readonly kind: 'object' | 'array';
  readonly start: number;
  readonly end: number;
  readonly entries: readonly Entry[];
}

/** A member of an object or an element of an array. */
export interface Entry {
  /** The key, unescaped; of an array element the index. */
  readonly name: string;
  /** Where the key begins; of an array element where the value begins. */
  readonly start: number;
  readonly value: TreeNode;
  /** Offset of the comma that follows, or null. */
  readonly comma: number | null;
}

/** A token with the place where it begins. */
export interface PlacedToken {
  readonly type: 'whitespace' | 'comment' | 'key' | 'literal' | 'separator' | 'newline';
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  /** The unescaped key or the value of a literal. */
  readonly value: unknown;
}

export interface ConfigTree {
  readonly text: string;
  readonly tokens: readonly PlacedToken[];
  readonly root: TreeNode;
}

export type TreeResult = { readonly ok: true; readonly tree: ConfigTree } | { readonly ok: false; readonly line: number };

/** One change looks at the same text several times: to edit it, and to show what it hides. */
let lastRead: { readonly text: string; readonly result: TreeResult } | null = null;

/** Reads JSON5 without losing a character. `line` of a failure is 1-based. */
export function readTree(text: string): TreeResult {
  if (lastRead?.text !== text) {
    lastRead = { text, result: takeApart(text) };
  }
  return lastRead.result;
}

function takeApart(text: string): TreeResult {
  const tokens = placeTokens(text);
  if (!tokens.ok) {
    return tokens;
  }
  const cursor = new TokenCursor(tokens.tokens);
  const root = readNode(cursor);
  if (root === null) {
    return { ok: false, line: 1 };
  }
  return { ok: true, tree: { text, tokens: tokens.tokens, root } };
}

/** 1-based number of the line on which `offset` lies. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/u).length;
}

type TokenResult = { readonly ok: true; readonly tokens: readonly PlacedToken[] } | { readonly ok: false; readonly line: number };

function placeTokens(text: string): TokenResult {
  try {
    let start = 0;
    const tokens = jju.tokenize(text).map((token): PlacedToken => {
      const placed = { type: token.type, raw: token.raw, start, end: start + token.raw.length, value: token.value };
      start = placed.end;
      return placed;
    });
    return { ok: true, tokens };
  } catch (error) {
    return { ok: false, line: rowOf(error) };
  }
}

function rowOf(error: unknown): number {
  if (typeof error === 'object' && error !== null && 'row' in error && typeof error.row === 'number') {
    return error.row;
  }
  return 1;
}

class TokenCursor {
  readonly #significant: readonly PlacedToken[];
  #position = 0;

  constructor(tokens: readonly PlacedToken[]) {
    this.#significant = tokens.filter(({ type }) => type === 'key' || type === 'literal' || type === 'separator');
  }

  peek(): PlacedToken | undefined {
    return this.#significant[this.#position];
  }

  take(): PlacedToken | undefined {
    const token = this.peek();
    this.#position += 1;
    return token;
  }
}

function readNode(cursor: TokenCursor): TreeNode | null {
  const token = cursor.take();
  if (token === undefined) {
    return null;
  }
  if (token.type === 'literal') {
    return { kind: 'scalar', start: token.start, end: token.end };
  }
  if (token.raw === '{') {
    return readContainer(cursor, 'object', token.start, '}');
  }
  return token.raw === '[' ? readContainer(cursor, 'array', token.start, ']') : null;
}

function readContainer(cursor: TokenCursor, kind: 'object' | 'array', start: number, close: string): ContainerNode | null {
  const entries: Entry[] = [];
  for (;;) {
    const next = cursor.peek();
    if (next === undefined) {
      return null;
    }
    if (next.type === 'separator' && next.raw === close) {
      cursor.take();
      return { kind, start, end: next.end, entries };
    }
    const entry = kind === 'object' ? readMember(cursor) : readElement(cursor, entries.length);
    if (entry === null) {
      return null;
    }
    entries.push(entry);
  }
}

function readMember(cursor: TokenCursor): Entry | null {
  const key = cursor.take();
  const colon = cursor.take();
  if (key?.type !== 'key' || colon?.raw !== ':') {
    return null;
  }
  const value = readNode(cursor);
  return value === null ? null : { name: String(key.value), start: key.start, value, comma: takeComma(cursor) };
}

function readElement(cursor: TokenCursor, index: number): Entry | null {
  const value = readNode(cursor);
  return value === null ? null : { name: String(index), start: value.start, value, comma: takeComma(cursor) };
}

function takeComma(cursor: TokenCursor): number | null {
  const token = cursor.peek();
  if (token?.type !== 'separator' || token.raw !== ',') {
    return null;
  }
  cursor.take();
  return token.start;
}
