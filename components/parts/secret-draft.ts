import { Secret } from '../../src/terminal/secret.ts';

/** A secret while it is typed. The text is held as a `Secret`, so a draft can be state, but cannot be shown. */
export interface SecretDraft {
  readonly secret: Secret;
  /** Graphemes before the caret. */
  readonly caret: number;
  /** Graphemes in all, line breaks included. */
  readonly length: number;
  /** Graphemes that a person would count: line breaks and other controls are none. */
  readonly characters: number;
}

export type SecretEdit =
  /** Typed or pasted, kept as it is: where its lines break tells the secret from the text around it. */
  | { readonly edit: 'insert'; readonly text: string }
  | { readonly edit: 'delete-before' | 'delete-after' | 'delete-word' | 'delete-to-start' | 'delete-to-end' }
  | { readonly edit: 'left' | 'right' | 'start' | 'end' };

/** Graphemes; longer than a whole screen around a credential. What is pasted beyond it is left out. */
const longestDraft = 65_536;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const onlyControls = /^[\p{Cc}\p{Zl}\p{Zp}]*$/u;

export const emptyDraft: SecretDraft = { secret: new Secret(''), caret: 0, length: 0, characters: 0 };

/** What was typed so far, exactly: cleaning and judging it is not the field's business. */
export function secretOf(draft: SecretDraft): Secret {
  return draft.secret;
}

/** One edit; a draft that does not change comes back as it is. */
export function editDraft(draft: SecretDraft, edit: SecretEdit): SecretDraft {
  switch (edit.edit) {
    case 'insert':
      return insert(draft, edit.text);
    case 'delete-before':
      return cut(draft, draft.caret - 1, draft.caret);
    case 'delete-after':
      return cut(draft, draft.caret, draft.caret + 1);
    case 'delete-word':
      return cut(draft, startOfWord(draft), draft.caret);
    case 'delete-to-start':
      return cut(draft, 0, draft.caret);
    case 'delete-to-end':
      return cut(draft, draft.caret, draft.length);
    case 'left':
      return move(draft, draft.caret - 1);
    case 'right':
      return move(draft, draft.caret + 1);
    case 'start':
      return move(draft, 0);
    case 'end':
      return move(draft, draft.length);
  }
}

function insert(draft: SecretDraft, text: string): SecretDraft {
  // A control character by itself is a key without meaning here, not text.
  if (onlyControls.test(text)) {
    return draft;
  }
  const present = characters(draft);
  const before = present.slice(0, draft.caret).join('') + text.toWellFormed();
  const after = present.slice(draft.caret).join('');
  return build(before, after);
}

function cut(draft: SecretDraft, from: number, to: number): SecretDraft {
  const start = Math.max(0, from);
  const end = Math.min(draft.length, to);
  if (start >= end) {
    return draft;
  }
  const present = characters(draft);
  return build(present.slice(0, start).join(''), present.slice(end).join(''));
}

function move(draft: SecretDraft, to: number): SecretDraft {
  const caret = Math.min(draft.length, Math.max(0, to));
  return caret === draft.caret ? draft : { ...draft, caret };
}

/** Words end at spaces and at the separators inside a credential. */
function startOfWord(draft: SecretDraft): number {
  const present = characters(draft);
  let start = draft.caret;
  while (start > 0 && isSeparator(present[start - 1])) start -= 1;
  while (start > 0 && !isSeparator(present[start - 1])) start -= 1;
  return start;
}

function isSeparator(character: string | undefined): boolean {
  return character === ' ' || character === '-' || character === '_';
}

/** Counts again from the text: a combining mark joins what stands before it. */
function build(before: string, after: string): SecretDraft {
  const all = split(before + after).slice(0, longestDraft);
  const caret = Math.min(all.length, split(before).length);
  const shown = all.filter((grapheme) => !onlyControls.test(grapheme)).length;
  return { secret: new Secret(all.join('')), caret, length: all.length, characters: shown };
}

function characters(draft: SecretDraft): string[] {
  return split(draft.secret.reveal());
}

function split(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}
