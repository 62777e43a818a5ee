import type { Key } from 'ink';
import { graphemesOf } from '../../src/terminal/graphemes.ts';
import { safeText, type SafeText } from '../../src/terminal/safe-text.ts';
import { cellWidth, firstCells } from '../../src/terminal/width.ts';

/** A line that is being edited: what stands before the caret and after it. */
export interface EditedText {
  readonly before: string;
  readonly after: string;
}

export type TextEdit =
  /** Typed or pasted, kept as it is. */
  | { readonly edit: 'insert'; readonly text: string }
  | { readonly edit: 'delete-before' | 'delete-after' | 'delete-word' | 'delete-to-start' | 'delete-to-end' }
  | { readonly edit: 'left' | 'right' | 'start' | 'end' };

/** What a person calls characters: a letter with its accents is one, and so is an emoji of several parts. */
export function graphemes(text: string): string[] {
  return Array.from(graphemesOf(text), ({ segment }) => segment);
}

/** One edit, as in a shell; the caret never stands inside of what a person calls a character. */
export function editText({ before, after }: EditedText, edit: TextEdit): EditedText {
  switch (edit.edit) {
    case 'insert':
      return whole(before + edit.text, after);
    case 'delete-before':
      return { before: withoutLast(before), after };
    case 'delete-after':
      return { before, after: withoutFirst(after) };
    case 'delete-word':
      return { before: before.slice(0, startOfWord(before)), after };
    case 'delete-to-start':
      return { before: '', after };
    case 'delete-to-end':
      return { before, after: '' };
    case 'left':
      return { before: withoutLast(before), after: before.slice(withoutLast(before).length) + after };
    case 'right':
      return { before: before + after.slice(0, after.length - withoutFirst(after).length), after: withoutFirst(after) };
    case 'start':
      return { before: '', after: before + after };
    case 'end':
      return { before: before + after, after: '' };
  }
}

/** What was inserted may join what comes after it to one character; the caret then stands behind it. */
function whole(before: string, after: string): EditedText {
  const text = before + after;
  let end = 0;
  for (const segment of graphemes(text)) {
    if (end >= before.length) break;
    end += segment.length;
  }
  return { before: text.slice(0, end), after: text.slice(end) };
}

function withoutLast(text: string): string {
  return graphemes(text).slice(0, -1).join('');
}

function withoutFirst(text: string): string {
  return graphemes(text).slice(1).join('');
}

/** Words end at spaces and at the separators inside a credential. */
function startOfWord(before: string): number {
  return before.length - (/[^ \-_]*[ \-_]*$/.exec(before)?.[0].length ?? 0);
}

/** The edit that a key stands for, or null for a key that is not ours. */
export function editOfKey(input: string, key: Key): TextEdit | null {
  if (key.leftArrow) return { edit: 'left' };
  if (key.rightArrow) return { edit: 'right' };
  if (key.home) return { edit: 'start' };
  if (key.end) return { edit: 'end' };
  if (key.backspace) return { edit: 'delete-before' };
  if (key.delete) return { edit: 'delete-after' };
  if (key.ctrl) return controlEdits.get(input) ?? null;
  if (key.meta || key.escape || key.tab || key.upArrow || key.downArrow || input === '') return null;
  return { edit: 'insert', text: input };
}

const controlEdits: ReadonlyMap<string, TextEdit> = new Map<string, TextEdit>([
  ['a', { edit: 'start' }],
  ['e', { edit: 'end' }],
  ['b', { edit: 'left' }],
  ['f', { edit: 'right' }],
  ['u', { edit: 'delete-to-start' }],
  ['k', { edit: 'delete-to-end' }],
  ['w', { edit: 'delete-word' }],
  ['h', { edit: 'delete-before' }],
  ['d', { edit: 'delete-after' }],
]);

/** The part of a line that fits, with the caret in it. @param cells of the line, the caret's own included */
export function shownPart(before: SafeText, after: SafeText, cells: number): { readonly before: SafeText; readonly after: SafeText } {
  const room = Math.max(0, cells - 1);
  let start = 0;
  for (const segment of graphemes(before)) {
    if (cellWidth(safeText(before.slice(start))) <= room) break;
    start += segment.length;
  }
  const shown = safeText(before.slice(start));
  return { before: shown, after: firstCells(after, room - cellWidth(shown)) };
}
