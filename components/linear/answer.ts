import type { Answer, Page, Question } from './page.ts';

/** What a typed line means. */
export type Meaning<Event> =
  | { readonly kind: 'events'; readonly events: readonly Event[] }
  /** The page once more. */
  | { readonly kind: 'repeat' }
  | { readonly kind: 'help' }
  | { readonly kind: 'back' }
  | { readonly kind: 'leave' }
  /** Nothing that the page offers. */
  | { readonly kind: 'unknown' };

const everywhere: ReadonlyMap<string, Meaning<never>> = new Map<string, Meaning<never>>([
  ['b', { kind: 'back' }],
  ['q', { kind: 'leave' }],
  ['?', { kind: 'help' }],
]);

/** All answers of a question, in the order of their numbers. */
export function numbered<Event>(question: Question<Event>): readonly Answer<Event>[] {
  return question.kind === 'choice' ? question.groups.flatMap(({ answers }) => answers) : [];
}

/** What a line means on a page. Where a text is asked, a text of one of the letters is never an answer: none fits the field. */
export function meaningOf<Event>({ question }: Page<Event>, typed: string): Meaning<Event> {
  const line = typed.trim();
  const common = everywhere.get(line.toLowerCase());
  switch (question.kind) {
    case 'choice': {
      const own = question.letters.find(({ letter }) => letter === line);
      if (own !== undefined) return { kind: 'events', events: own.events };
      if (common !== undefined) return common;
      return line === '' ? { kind: 'repeat' } : numberedMeaning(question, line);
    }
    case 'text':
      return common ?? { kind: 'events', events: question.events(line) };
    case 'secret':
    case 'wait':
      return common ?? { kind: 'unknown' };
  }
}

function numberedMeaning<Event>(question: Question<Event>, line: string): Meaning<Event> {
  const found = /^\d{1,4}$/.test(line) ? numbered(question)[Number(line) - 1] : undefined;
  return found === undefined ? { kind: 'unknown' } : { kind: 'events', events: found.events };
}
