import { fstatSync, readSync } from 'node:fs';
import { editConfig, type ConfigEdit } from '../openclaw/config-edit.ts';
import { readTree } from '../openclaw/config-edit-tree.ts';
import { isPlainObject, sameValue, valueAt } from '../openclaw/config-edit-value.ts';
import { parseJson5Object } from '../openclaw/json-text.ts';
import { pause } from '../terminal/pause.ts';
import { attempt } from './errno.ts';
import { editsBetween } from './edits-between.ts';
import { readTarget } from './target.ts';

/**
 * How often, and how far apart in ms, the bytes of an overtaken writer are read until they are whole. One that was stopped by
 * the machine between emptying the file and filling it can take long on a busy one; its lock-less write is waited for.
 */
const rescueReads = 50;
const rescuePauseMs = 20;

/** What another program wrote to a file that had been replaced under it. */
export interface Overtaken {
  /** What the file held when we replaced it. */
  readonly held: Buffer;
  /** What the other left in it. */
  readonly left: Buffer;
}

/**
 * Looks what a writer in place left in a replaced file after we had read `held` there; null when nothing did, nothing whole,
 * or nothing that can be read: the new file is in its place by now, so this must not fail.
 */
export function findOvertaken(replaced: number, held: Buffer): Overtaken | null {
  for (let reads = 0; reads < rescueReads; reads += 1) {
    let left: Buffer = Buffer.alloc(0);
    if (!attempt(() => void (left = readWhole(replaced))) || left.equals(held)) {
      return null;
    }
    if (isWhole(left)) {
      return { held, left };
    }
    pause(rescuePauseMs);
  }
  return null;
}

/**
 * The text with what the other wrote: each of its edits at whose place the text still holds what that writer had found there.
 * Where it holds something else by now, somebody decided later.
 */
export function withWriting(text: Buffer, { held, left }: Overtaken): Buffer {
  const [now, from, to] = [objectIn(text), objectIn(held), objectIn(left)];
  if (now === null || from === null || to === null) return text;
  const missing = editsBetween(from, to).flatMap((edit) => missingEdits(edit, from, now));
  const result = editConfig(text.toString('utf8'), missing);
  return result.ok ? Buffer.from(result.text) : text;
}

/**
 * Which of the texts that stood there the writer had read: the one from which it took least away, then the one that it differs
 * least from. From a copy that is older than what we brought back, it would else seem to have taken that away again.
 */
export function nearest(stood: readonly Buffer[], { held, left }: Overtaken): Buffer {
  const to = objectIn(left);
  if (to === null) return held;
  return stood.reduce((best, each) => (distance(each, to) < distance(best, to) ? each : best), held);
}

/** Weighs something taken away like more additions than a writer makes in one go. */
function distance(bytes: Buffer, to: object): number {
  const from = objectIn(bytes);
  if (from === null) return Number.POSITIVE_INFINITY;
  return editsBetween(from, to).reduce((sum, { kind }) => sum + (kind === 'remove' ? 1000 : 1), 0);
}

/** Both may have made the same new object and put different things into it. */
function missingEdits(edit: ConfigEdit, from: object, now: object): readonly ConfigEdit[] {
  const { path } = edit;
  const [held, current] = [valueAt(from, path), valueAt(now, path)];
  if (sameValue(current, held)) return [edit];
  if (edit.kind !== 'set' || held !== undefined || !isPlainObject(edit.value) || !isPlainObject(current)) return [];
  return Object.entries(edit.value).flatMap(([name, value]) => missingEdits({ kind: 'set', path: [...path, name], value }, from, now));
}

/** The bytes of a file, once they are whole; null when there is no file, or only half a text for long. */
export function readWholeTarget(target: string): Buffer | null {
  for (let reads = 0; reads < rescueReads; reads += 1) {
    const bytes = readTarget(target);
    if (bytes === null || isWhole(bytes)) {
      return bytes;
    }
    pause(rescuePauseMs);
  }
  return null;
}

function objectIn(bytes: Buffer): object | null {
  const reading = parseJson5Object(bytes.toString('utf8'));
  return reading.ok ? reading.object : null;
}

/** Reads from the beginning, however often: the position of the file does not count. */
export function readWhole(fd: number): Buffer {
  const bytes = Buffer.alloc(fstatSync(fd).size);
  let read = 0;
  while (read < bytes.length) {
    const count = readSync(fd, bytes, read, bytes.length - read, read);
    if (count === 0) {
      break;
    }
    read += count;
  }
  return bytes.subarray(0, read);
}

/** A writer in place passes through an empty file and half a text; neither parses. */
function isWhole(bytes: Buffer): boolean {
  return readTree(bytes.toString('utf8')).ok;
}
