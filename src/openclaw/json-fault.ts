type Expectation = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

const space = /[ \t\r\n]*/y;
const punctuation = /[{}[\],:]/y;
const text = /"[^"\\\u0000-\u001F]*(?:\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})[^"\\\u0000-\u001F]*)*"/y;
/** Only when it ends there: `1e-` is one broken token, not a number and more. */
const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?!\d*[A-Za-z_.+-])/y;

/**
 * Where strict JSON breaks: the offset of the first token that may not stand there, in UTF-16 code units; the length of
 * the text when it only ends too early. `JSON.parse` often does not tell, and quotes the text when it does.
 */
export function firstJsonFault(source: string): number {
  const open: string[] = [];
  let expected: Expectation = 'value';
  let at = skip(space, source, 0);
  while (at < source.length) {
    const token = tokenAt(source, at);
    const next: Expectation | null = token === '' ? null : step(token, expected, open);
    if (next === null) return at;
    expected = next;
    at = skip(space, source, at + token.length);
  }
  return source.length;
}

function tokenAt(source: string, at: number): string {
  for (const pattern of [punctuation, text, scalar]) {
    const end = skip(pattern, source, at);
    if (end > at) return source.slice(at, end);
  }
  return '';
}

function skip(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : at;
}

/** What may follow the token, or null when the token itself may not stand here. Keeps `open` up to date. */
function step(token: string, expected: Expectation, open: string[]): Expectation | null {
  if (token === '}' || token === ']') return closes(token, expected, open) ? after(open) : null;
  if (token === ':') return expected === 'colon' ? 'value' : null;
  if (token === ',') {
    if (expected !== 'comma-or-end') return null;
    return open.at(-1) === '{' ? 'key' : 'value';
  }
  if (expected === 'key' || expected === 'key-or-end') return token.startsWith('"') ? 'colon' : null;
  if (expected !== 'value' && expected !== 'value-or-end') return null;
  if (token !== '{' && token !== '[') return open.length === 0 ? 'nothing' : 'comma-or-end';
  open.push(token);
  return token === '{' ? 'key-or-end' : 'value-or-end';
}

function closes(token: string, expected: Expectation, open: string[]): boolean {
  const start = token === '}' ? '{' : '[';
  const empty = token === '}' ? 'key-or-end' : 'value-or-end';
  if (open.at(-1) !== start || (expected !== empty && expected !== 'comma-or-end')) return false;
  open.pop();
  return true;
}

function after(open: readonly string[]): Expectation {
  return open.length === 0 ? 'nothing' : 'comma-or-end';
}
