import { isUtf8 } from 'node:buffer';
import { closeSync, constants, existsSync, fstatSync, lstatSync, openSync, readdirSync, readSync, realpathSync, statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { Secret } from '../terminal/secret.ts';
import { sha256 } from '../terminal/sha256.ts';
import { errorCode, kindFrom, statProblem } from './file-problem.ts';
import type { HostFiles, TextReading } from './host-files.ts';
import { orNull } from './or-null.ts';
import type { FileImage, ReadProblem } from './snapshot.ts';

/**
 * The files of this machine. Their names and sizes are in memory nearly always, and asking for each through Node's pool of
 * threads costs fifty times what the answer does: a plain command spent more time on that than on all else (measured).
 */
export const localFiles: HostFiles = {
  readText: (path, limitBytes) => Promise.resolve(readText(path, limitBytes)),
  // Loaded by those who have databases only.
  readDatabase: async (path, queries) => (await import('./local-database.ts')).readDatabase(path, queries),
  exists: (path) => Promise.resolve(existsSync(path)),
  kindOf: (path) => {
    const stats = orNull(() => lstatSync(path, quiet) ?? null);
    return Promise.resolve(stats === null ? 'missing' : kindFrom(stats));
  },
  realPath: (path) => Promise.resolve(orNull(() => realpathSync.native(path))),
  list: (directory) => Promise.resolve((orNull(() => readdirSync(directory)) ?? []).toSorted()),
};

const quiet = { throwIfNoEntry: false } as const;

function readText(path: string, limitBytes: number): TextReading {
  try {
    // Looked at before it is opened: opening a FIFO waits for a writer, opening a device may act on it.
    const stats = statSync(path, quiet) ?? whyNot(path);
    if (stats === null) return { ok: false, missing: true };
    const before = problemOf(stats, limitBytes);
    if (before !== null) return { ok: false, missing: false, problem: before };
    return readOpened(path, openSync(path, constants.O_RDONLY | constants.O_NONBLOCK), limitBytes);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return { ok: false, missing: true };
    return { ok: false, missing: false, problem: { kind: 'unreadable', code } };
  }
}

/** Null for a file that is not in its directory, which most are not; where that is none, the system's own error. */
function whyNot(path: string): Stats | null {
  return statSync(dirname(path), quiet)?.isDirectory() === true ? null : statSync(path);
}

function readOpened(path: string, descriptor: number, limitBytes: number): TextReading {
  try {
    const stats = fstatSync(descriptor);
    const opened = problemOf(stats, limitBytes);
    if (opened !== null) return { ok: false, missing: false, problem: opened };
    return decode(path, readBounded(descriptor, stats.size, limitBytes), limitBytes);
  } finally {
    closeSync(descriptor);
  }
}

function problemOf(stats: Stats, limitBytes: number): ReadProblem | null {
  const problem = statProblem(stats);
  if (problem !== null) return problem;
  return stats.size > limitBytes ? { kind: 'too-large', bytes: stats.size, limit: limitBytes } : null;
}

/** Reads to the end, or one byte over the limit when the file grew after it was looked at. @param size what it was then */
function readBounded(descriptor: number, size: number, limitBytes: number): Buffer {
  const chunks: Buffer[] = [];
  let total = 0;
  while (total <= limitBytes) {
    // At first one byte more than there should be: when it stays empty the file did not grow, and that was all.
    const chunk = Buffer.allocUnsafe(Math.min(total === 0 ? size + 1 : 65_536, limitBytes + 1 - total));
    const bytesRead = readSync(descriptor, chunk, 0, chunk.length, null);
    if (bytesRead === 0) break;
    chunks.push(chunk.subarray(0, bytesRead));
    total += bytesRead;
    if (bytesRead < chunk.length && total === size) break;
  }
  return chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks);
}

function decode(path: string, bytes: Buffer, limitBytes: number): TextReading {
  if (bytes.length > limitBytes) {
    return { ok: false, missing: false, problem: { kind: 'too-large', bytes: bytes.length, limit: limitBytes } };
  }
  if (!isUtf8(bytes)) return { ok: false, missing: false, problem: { kind: 'not-utf8', offset: firstBadByte(bytes) } };
  return { ok: true, image: new ReadImage(path, bytes) };
}

/**
 * A file as it was read. Its bytes are kept, which V8 does not have to move about as it does texts: a tenth of the time
 * that a thousand stores take (measured). After the first reading only a change asks for the text, or for the hash.
 */
class ReadImage implements FileImage {
  readonly path: string;
  /** UTF-8 without a fault, so that the text has just these bytes. */
  readonly #bytes: Buffer;
  #sha256: string | null = null;

  constructor(path: string, bytes: Buffer) {
    this.path = path;
    this.#bytes = bytes;
  }

  get text(): Secret {
    return new Secret(this.#bytes.toString('utf8'));
  }

  get sha256(): string {
    return (this.#sha256 ??= sha256(this.#bytes));
  }
}

/** Where a lossy decoding stops giving the same bytes back: the first byte that does not fit. */
function firstBadByte(bytes: Buffer): number {
  const lossy = Buffer.from(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  const at = bytes.findIndex((byte, index) => byte !== lossy[index]);
  return at === -1 ? bytes.length : at;
}
