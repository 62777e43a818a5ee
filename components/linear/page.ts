import type { Secret } from '../../src/terminal/secret.ts';
import type { SafeText } from '../../src/terminal/safe-text.ts';
import type { Row } from '../parts/rows.ts';
import type { SecretDraft } from '../parts/secret-draft.ts';

/** One screen in words, one line after the other, and what it asks. */
export interface Page<Event> {
  /** What makes it this page. Another key is another page, which is read out; the same one is not read again. */
  readonly key: readonly unknown[];
  readonly title: SafeText;
  readonly rows: readonly Row[];
  readonly question: Question<Event>;
}

/** A numbered answer. */
export interface Answer<Event> {
  readonly label: SafeText;
  readonly description?: SafeText;
  readonly events: readonly Event[];
}

/** Answers that belong together; they are numbered through from group to group. */
export interface AnswerGroup<Event> {
  readonly heading: SafeText | null;
  readonly answers: readonly Answer<Event>[];
}

/** An answer that is one letter, the same one as on the screens. */
export interface LetterAnswer<Event> {
  readonly letter: string;
  readonly label: SafeText;
  readonly events: readonly Event[];
}

export type Question<Event> =
  | { readonly kind: 'choice'; readonly groups: readonly AnswerGroup<Event>[]; readonly letters: readonly LetterAnswer<Event>[] }
  /** Enter alone keeps the value. */
  | { readonly kind: 'text'; readonly label: SafeText; readonly value: SafeText; readonly hints: readonly SafeText[]; readonly events: (text: string) => readonly Event[] }
  /** What is typed is not shown. Tab takes the sample, where there is one. */
  | { readonly kind: 'secret'; readonly label: SafeText; readonly sample: (() => Secret) | null; readonly events: (draft: SecretDraft) => readonly Event[] }
  /** Something is going on; only back and leave are understood. */
  | { readonly kind: 'wait' };

/** How an app is told in lines. Both functions are pure. */
export interface LinearView<State, Event> {
  page(state: State): Page<Event>;
  /** What happened between two states that a page does not tell: said as it happens. */
  news(before: State, after: State): readonly Row[];
  readonly back: Event;
  readonly leave: Event;
}

/** Rows are made as for a line that never ends; what prints them breaks them between words. */
export const lineCells = 1000;

/** Answers without a heading. */
export function choice<Event>(answers: readonly Answer<Event>[], letters: readonly LetterAnswer<Event>[] = []): Question<Event> {
  return { kind: 'choice', groups: answers.length === 0 ? [] : [{ heading: null, answers }], letters };
}

/** True when both keys are of the same page. */
export function isSamePage(one: Page<unknown>['key'], other: Page<unknown>['key']): boolean {
  return one.length === other.length && one.every((part, index) => Object.is(part, other[index]));
}
