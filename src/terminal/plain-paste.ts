import type { KeyToken } from './key-tokens.ts';

const sequences = /\u001B(?:\[[0-?]*[ -/]*[@-~]|.)?/gs;
const edges = /^[\s\p{Cc}]+|[\s\p{Cc}]+$/gu;
const controls = /[\s\p{Cc}]+/gu;

/**
 * A paste as one line of plain text: where no field takes pastes, Ink hands them out as keys, and a line break in one
 * would be Enter. One character is not a paste but a key that no one pressed, so it is left out (null), as is nothing.
 */
export function plainPaste(text: string): Extract<KeyToken, { readonly kind: 'paste' }> | null {
  const line = text.replace(sequences, '').replace(edges, '').replace(controls, ' ');
  return line.length > 1 ? { kind: 'paste', text: line } : null;
}
