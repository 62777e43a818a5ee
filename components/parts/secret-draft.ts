import { Secret } from '../../src/terminal/secret.ts';
import { editText, graphemes, type TextEdit } from './edit-text.ts';

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

/** Graphemes; longer than a whole screen around a credential. What is pasted beyond it is left out. */
const longestDraft = 65_536;

const onlyControls = /^[\p{Cc}\p{Zl}\p{Zp}]*$/u;

export const emptyDraft: SecretDraft = { secret: new Secret(''), caret: 0, length: 0, characters: 0 };

/** What was typed so far, exactly: cleaning and judging it is not the field's business. */
export function secretOf(draft: SecretDraft): Secret {
  return draft.secret;
}

/** One edit; a draft that does not change comes back as it is. Where lines of a paste break is kept: that tells the secret from the text around it. */
export function editDraft(draft: SecretDraft, edit: TextEdit): SecretDraft {
  // A control character by itself is a key without meaning here, not text.
  if (edit.edit === 'insert' && onlyControls.test(edit.text)) return draft;
  const text = draft.secret.reveal();
  const present = graphemes(text);
  const now = { before: present.slice(0, draft.caret).join(''), after: present.slice(draft.caret).join('') };
  const next = editText(now, edit.edit === 'insert' ? { ...edit, text: edit.text.toWellFormed() } : edit);
  if (next.before === now.before && next.after === now.after) return draft;
  return build(next.before, next.after);
}

/** Counts again from the text: a combining mark joins what stands before it. */
function build(before: string, after: string): SecretDraft {
  const all = graphemes(before + after).slice(0, longestDraft);
  const caret = Math.min(all.length, graphemes(before).length);
  const shown = all.filter((grapheme) => !onlyControls.test(grapheme)).length;
  return { secret: new Secret(all.join('')), caret, length: all.length, characters: shown };
}
