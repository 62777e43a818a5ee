import { joinSafe, safeText, say, type SafeText } from '../../src/terminal/safe-text.ts';
import { linearWords } from '../../src/words/linear.ts';
import type { Row, Span } from '../parts/rows.ts';
import { numbered } from './answer.ts';
import type { Answer, LetterAnswer, Page, Question } from './page.ts';

/** A row as one line of text: a label ends in a colon, columns are set apart by two spaces, not by as many as a table needs. */
export function rowText(row: Row): SafeText {
  return safeText(joinSafe(row.map(spanText), say``).trimEnd());
}

function spanText({ text, isLabel }: Span): SafeText {
  if (isLabel === true) return say`${safeText(text.trim())}: `;
  if (text.trim() === '') return safeText(text === '' ? '' : ' ');
  return safeText(text.replace(/ {2,}$/, '  '));
}

/** The whole page, each line as long as it is: where one is, what is so, what can be answered. */
export function pageLines<Event>({ title, rows, question }: Page<Event>): readonly SafeText[] {
  return [say``, ...(title === '' ? [] : [title]), ...rows.map(rowText), ...questionLines(question)];
}

function questionLines<Event>(question: Question<Event>): readonly SafeText[] {
  if (question.kind === 'text') return question.hints;
  if (question.kind !== 'choice') return [];
  let number = 0;
  const letters = question.letters.map(letterLine);
  const answers = question.groups.flatMap(({ heading, answers: group }) => [
    say``,
    ...(heading === null ? [] : [heading]),
    ...group.map((answer) => answerLine((number += 1), answer)),
  ]);
  return [...answers, ...(letters.length === 0 ? [] : [say``, ...letters])];
}

/** What begins in small letters goes on with the label. */
function answerLine<Event>(number: number, { label, description }: Answer<Event>): SafeText {
  if (description === undefined || description === '') return say`${number}. ${label}`;
  return say`${number}. ${label}${/^\p{Ll}/u.test(description) ? say`:` : say`.`} ${description}`;
}

function letterLine<Event>({ letter, label }: LetterAnswer<Event>): SafeText {
  return say`${safeText(letter)}. ${label}`;
}

/** What stands before the cursor while the page waits for an answer. */
export function promptText<Event>({ question }: Page<Event>): SafeText {
  switch (question.kind) {
    case 'choice':
      return linearWords.prompt(numbered(question).length);
    case 'text':
      return linearWords.textPrompt(question.label, question.value);
    case 'secret':
      return linearWords.secretPrompt(question.label);
    case 'wait':
      return say``;
  }
}

/** What can be typed here, a line each. */
export function helpLines<Event>({ question }: Page<Event>): readonly SafeText[] {
  const letters = question.kind === 'choice' ? question.letters.map(letterLine) : [];
  const { title, back, leave, help } = linearWords.help;
  return [title, ...helpOf(question), ...letters, back, leave, help];
}

function helpOf<Event>(question: Question<Event>): readonly SafeText[] {
  switch (question.kind) {
    case 'choice':
      return [linearWords.help.number, linearWords.help.repeat];
    case 'text':
      return [linearWords.help.text];
    case 'secret':
      return [linearWords.help.secret];
    case 'wait':
      return [];
  }
}
