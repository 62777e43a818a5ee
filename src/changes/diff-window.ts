import { ellipsis } from '../terminal/width.ts';
import { safeText, say, type SafeText } from '../terminal/safe-text.ts';
import type { DiffLine } from './change.ts';

/** So much of a long line stands before and after what changed in it. */
const mostContext = 24;

/** A line that takes no more rows than this is shown whole. */
const mostRows = 2;

/**
 * The same diff with long lines cut around what changed in them: a config may be one line, and the change must be seen.
 * What changed is never cut.
 *
 * @param columns cells that a line may take
 */
export function nearChanges(diff: readonly DiffLine[], columns: number): readonly DiffLine[] {
  return diff.map((line, index) => {
    if (line.text.length <= mostRows * columns || line.mark === ' ') return line;
    const other = counterpart(diff, index);
    return other === undefined ? line : { ...line, text: aroundChange(line.text, other.text, columns) };
  });
}

/** The line on the other side that this one stands for: of the removed and added lines between two unchanged ones, the one with its number. */
function counterpart(diff: readonly DiffLine[], index: number): DiffLine | undefined {
  const start = diff.findLastIndex(({ mark }, at) => at < index && mark === ' ') + 1;
  const stop = diff.findIndex(({ mark }, at) => at > index && mark === ' ');
  const block = diff.slice(start, stop === -1 ? diff.length : stop);
  const wanted = diff[index]?.mark === '-' ? '+' : '-';
  const own = diff.slice(start, index).filter(({ mark }) => mark !== wanted).length;
  return block.filter(({ mark }) => mark === wanted)[own];
}

function aroundChange(text: SafeText, other: SafeText, columns: number): SafeText {
  const context = Math.min(mostContext, Math.floor(columns / 4));
  const head = commonHead(text, other);
  const tail = commonTail(text, other, head);
  // Two secrets that look alike: nobody can say where the difference is.
  if (head === text.length && head === other.length) return text;
  const from = wholeCharacter(text, head - context);
  const to = wholeCharacter(text, text.length - tail + context);
  const before = from <= 1 ? safeText(text.slice(0, Math.max(0, from))) : ellipsis;
  const after = to >= text.length - 1 ? safeText(text.slice(to)) : ellipsis;
  return say`${before}${safeText(text.slice(Math.max(0, from), to))}${after}`;
}

function commonHead(left: string, right: string): number {
  const most = Math.min(left.length, right.length);
  let count = 0;
  while (count < most && left[count] === right[count]) count += 1;
  return count;
}

function commonTail(left: string, right: string, head: number): number {
  const most = Math.min(left.length, right.length) - head;
  let count = 0;
  while (count < most && left.at(-1 - count) === right.at(-1 - count)) count += 1;
  return count;
}

/** No cut through a pair of surrogates. */
function wholeCharacter(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff ? index - 1 : index;
}
