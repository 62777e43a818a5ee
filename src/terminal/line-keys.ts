import { nextToken } from './key-tokens.ts';
import { plainPaste } from './plain-paste.ts';

/** A key where a line is typed. */
export type LineKey =
  | { readonly key: 'enter' | 'escape' | 'interrupt' | 'end-of-input' | 'tab' | 'delete-character' | 'delete-word' | 'delete-line' }
  | { readonly key: 'text'; readonly text: string };

const named: ReadonlyMap<string, LineKey> = new Map<string, LineKey>([
  ['\r', { key: 'enter' }],
  ['\u001B[27u', { key: 'escape' }],
  ['\u0003', { key: 'interrupt' }],
  ['\u001B[99;5u', { key: 'interrupt' }],
  ['\u0004', { key: 'end-of-input' }],
  ['\t', { key: 'tab' }],
  ['\u007F', { key: 'delete-character' }],
  ['\b', { key: 'delete-character' }],
  ['\u0017', { key: 'delete-word' }],
  ['\u0015', { key: 'delete-line' }],
]);

/**
 * What a key of the feed means where a line is typed; null for a key without a meaning there, such as an arrow.
 *
 * @param characters one key or one paste, as the feed hands it out
 * @param keepsBreaks true where a paste is taken as it is, line breaks included
 */
export function lineKeyOf(characters: string, keepsBreaks: boolean): LineKey | null {
  const found = named.get(characters);
  if (found !== undefined) return found;
  const next = nextToken(characters, 'keys');
  if (next === 'incomplete') return null;
  const { token } = next;
  if (token.kind === 'escape') return { key: 'escape' };
  if (token.kind === 'key') return /^\p{Cc}/u.test(token.text) ? null : { key: 'text', text: token.text };
  const text = keepsBreaks ? token.text : (plainPaste(token.text)?.text ?? '');
  return text === '' ? null : { key: 'text', text };
}
