import { safeText } from '../terminal/safe-text.ts';
import type { Secret } from '../terminal/secret.ts';
import type { DiffLine } from './change.ts';
import { maskSecrets } from './mask.ts';

/** Unchanged lines shown before and after each changed one. */
const context = 2;

/** Above this many compared pairs of lines the whole region counts as replaced: about 1 MB of work, no more. */
const comparisonLimit = 1_000_000;

/**
 * What a person may see of a change: the changed lines with two lines around them, secrets masked on both sides.
 * Lines are compared before they are masked, so a key that only looks alike still shows. `before` is null for a new file.
 */
export function maskedDiff(before: Secret | null, after: Secret): DiffLine[] {
  const oldText = before?.reveal() ?? '';
  const newText = after.reveal();
  const steps = compareLines(splitLines(oldText), splitLines(newText));
  const shown = steps.filter((_step, index) => isNearChange(steps, index));
  const shownOld = shownLines(oldText, shown.filter(({ mark }) => mark === '-'));
  const shownNew = shownLines(newText, shown.filter(({ mark }) => mark !== '-'));
  return shown.map(({ mark, line }) => ({ mark, line, text: safeText(withSpaces((mark === '-' ? shownOld : shownNew)[line - 1] ?? '')) }));
}

/** The lines of a text; those of the steps, and perhaps some between them, are masked. */
function shownLines(text: string, steps: readonly Step[]): readonly string[] {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) {
    return [];
  }
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/gu), ({ index, 0: end }) => index + end.length)];
  return splitLines(maskSecrets(text, { start: starts[first.line - 1] ?? 0, end: starts[last.line] ?? text.length }));
}

interface Step {
  readonly mark: ' ' | '+' | '-';
  /** 1-based; in the old text for `-`. */
  readonly line: number;
}

function splitLines(text: string): string[] {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** Tabs would show as escapes; in a diff they are only width. */
function withSpaces(line: string): string {
  return line.replaceAll('\t', '  ');
}

function isNearChange(steps: readonly Step[], index: number): boolean {
  return steps.slice(Math.max(0, index - context), index + context + 1).some(({ mark }) => mark !== ' ');
}

function compareLines(before: readonly string[], after: readonly string[]): Step[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) {
    head += 1;
  }
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) {
    tail += 1;
  }
  const changed = compareRegion(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  return [
    ...sameLines(1, head),
    ...changed.map(({ mark, line }): Step => ({ mark, line: line + head })),
    ...sameLines(after.length - tail + 1, tail),
  ];
}

function sameLines(first: number, count: number): Step[] {
  return Array.from({ length: count }, (_, index): Step => ({ mark: ' ', line: first + index }));
}

/** Longest common subsequence; lines count from 1 within the region. */
function compareRegion(before: readonly string[], after: readonly string[]): Step[] {
  const lengths = before.length * after.length > comparisonLimit ? [] : commonLengths(before, after);
  const steps: Step[] = [];
  let left = 0;
  let right = 0;
  while (left < before.length || right < after.length) {
    if (left < before.length && right < after.length && before[left] === after[right] && lengths.length > 0) {
      left += 1;
      right += 1;
      steps.push({ mark: ' ', line: right });
    } else if (left < before.length && (right >= after.length || (lengths[left + 1]?.[right] ?? 0) >= (lengths[left]?.[right + 1] ?? 0))) {
      left += 1;
      steps.push({ mark: '-', line: left });
    } else {
      right += 1;
      steps.push({ mark: '+', line: right });
    }
  }
  return steps;
}

/** `[i][j]`: how many lines `before` from i and `after` from j have in common, in order. */
function commonLengths(before: readonly string[], after: readonly string[]): readonly Uint32Array[] {
  const rows = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let left = before.length - 1; left >= 0; left -= 1) {
    for (let right = after.length - 1; right >= 0; right -= 1) {
      const below = rows[left + 1];
      const row = rows[left];
      if (row !== undefined && below !== undefined) {
        row[right] = before[left] === after[right] ? (below[right + 1] ?? 0) + 1 : Math.max(below[right] ?? 0, row[right + 1] ?? 0);
      }
    }
  }
  return rows;
}
