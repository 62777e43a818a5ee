// What Ink draws a frame with, except that a line of the screen onto which the same is written as in the frame before is
// taken over from it. Ink takes every line apart into cells and puts it together again at each frame; of a table in which
// a few lines count down, most stay as they are.
import { styledCharsToString } from '@alcalzone/ansi-tokenize';
import Output from '../node_modules/ink/build/output.js';

/** Nobody changes a cell: another one takes its place. */
const blank = { type: 'char', value: ' ', fullWidth: false, styles: [] };

/** What was written onto each line of the last frame, and what it looked like. A line hangs on nothing else. */
let last = { width: 0, lines: [] };

export default class RowOutput extends Output {
  get() {
    const lines = this.#written();
    const known = last.width === this.width ? last.lines : [];
    const drawn = lines.map((writes, y) => (isSame(writes, known[y]?.writes) ? known[y].text : this.#drawn(writes, y)));
    last = { width: this.width, lines: lines.map((writes, y) => ({ writes, text: drawn[y] })) };
    return { output: drawn.join('\n'), height: this.height };
  }

  /** For each line what is written onto it, with the part of the screen in which it is seen. */
  #written() {
    const lines = Array.from({ length: this.height }, () => []);
    const clips = [];
    for (const operation of this.operations) {
      if (operation.type === 'clip') clips.push(within(clips.at(-1), operation.clip));
      else if (operation.type === 'unclip') clips.pop();
      else {
        const end = operation.y + operation.text.split('\n').length;
        for (let y = operation.y; y < end; y += 1) lines[y]?.push({ operation, clip: clips.at(-1) });
      }
    }
    return lines;
  }

  /** Ink's own way, which passes over the lines that it is not given. */
  #drawn(writes, y) {
    const cells = { [y]: Array.from({ length: this.width }, () => blank) };
    for (const { operation, clip } of writes) this.applyWriteOperation(cells, operation, clip);
    return styledCharsToString(cells[y].filter((cell) => cell !== undefined)).trimEnd();
  }
}

function isSame(writes, before) {
  return before?.length === writes.length && writes.every((write, index) => isSameWrite(write, before[index]));
}

function isSameWrite({ operation, clip }, other) {
  const { x, y, text, transformers } = other.operation;
  return (
    text === operation.text && x === operation.x && y === operation.y && transformers.length === operation.transformers.length &&
    transformers.every((transform, index) => transform === operation.transformers[index]) &&
    clip?.x1 === other.clip?.x1 && clip?.x2 === other.clip?.x2 && clip?.y1 === other.clip?.y1 && clip?.y2 === other.clip?.y2
  );
}

/** The part of both; an edge that is not given has no bound. */
function within(outer, inner) {
  const tighter = (bound, a, b) => (a === undefined ? b : b === undefined ? a : bound(a, b));
  return {
    x1: tighter(Math.max, outer?.x1, inner.x1),
    x2: tighter(Math.min, outer?.x2, inner.x2),
    y1: tighter(Math.max, outer?.y1, inner.y1),
    y2: tighter(Math.min, outer?.y2, inner.y2),
  };
}
