import { constants, type Stats } from 'node:fs';
import { lstat, open, readdir, realpath, stat, type FileHandle } from 'node:fs/promises';
import { Secret } from '../terminal/secret.ts';
import { sha256 } from '../terminal/sha256.ts';
import type { HostFiles, PathKind, TextReading } from './host-files.ts';
import type { FileImage, ReadProblem } from './snapshot.ts';

/** The files of this machine. */
export const localFiles: HostFiles = {
  readText,
  // Loaded by those who have databases only.
  readDatabase: async (path, queries) => (await import('./local-database.ts')).readDatabase(path, queries),
  exists: async (path) => (await stat(path).catch(() => null)) !== null,
  kindOf: async (path) => {
    const stats = await lstat(path).catch(() => null);
    return stats === null ? 'missing' : kindFrom(stats);
  },
  realPath: (path) => realpath(path).catch(() => null),
  list: async (directory) => (await readdir(directory).catch((): string[] => [])).toSorted(),
};

async function readText(path: string, limitBytes: number): Promise<TextReading> {
  try {
    // Looked at before it is opened: opening a FIFO waits for a writer, opening a device may act on it.
    const before = problemOf(await stat(path), limitBytes);
    if (before !== null) return { ok: false, missing: false, problem: before };
    await using handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const opened = problemOf(await handle.stat(), limitBytes);
    if (opened !== null) return { ok: false, missing: false, problem: opened };
    return decode(path, await readBounded(handle, limitBytes), limitBytes);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return { ok: false, missing: true };
    return { ok: false, missing: false, problem: { kind: 'unreadable', code } };
  }
}

/** What stands in the way of opening something as a file, or null. */
export function statProblem(stats: Stats): ReadProblem | null {
  const kind = kindFrom(stats);
  return kind === 'directory' || kind === 'fifo' || kind === 'socket' || kind === 'device' ? { kind: 'not-a-file', found: kind } : null;
}

function problemOf(stats: Stats, limitBytes: number): ReadProblem | null {
  const problem = statProblem(stats);
  if (problem !== null) return problem;
  return stats.size > limitBytes ? { kind: 'too-large', bytes: stats.size, limit: limitBytes } : null;
}

function kindFrom(stats: Stats): Exclude<PathKind, 'missing'> {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'directory';
  if (stats.isSymbolicLink()) return 'symlink';
  if (stats.isFIFO()) return 'fifo';
  return stats.isSocket() ? 'socket' : 'device';
}

/** Reads to the end, or one byte over the limit when the file grew after it was looked at. */
async function readBounded(handle: FileHandle, limitBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let total = 0;
  while (total <= limitBytes) {
    const chunk = Buffer.allocUnsafe(Math.min(65_536, limitBytes + 1 - total));
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, null);
    if (bytesRead === 0) break;
    chunks.push(chunk.subarray(0, bytesRead));
    total += bytesRead;
  }
  return Buffer.concat(chunks);
}

function decode(path: string, bytes: Buffer, limitBytes: number): TextReading {
  if (bytes.length > limitBytes) {
    return { ok: false, missing: false, problem: { kind: 'too-large', bytes: bytes.length, limit: limitBytes } };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { ok: true, image: new ReadImage(path, text) };
  } catch {
    return { ok: false, missing: false, problem: { kind: 'not-utf8', offset: firstBadByte(bytes) } };
  }
}

/** A file as it was read. Only a change asks for its hash, so that is made when it is asked for. */
class ReadImage implements FileImage {
  readonly path: string;
  readonly text: Secret;
  #sha256: string | null = null;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = new Secret(text);
  }

  /** The text was decoded without a loss, so it has the bytes of the file. */
  get sha256(): string {
    return (this.#sha256 ??= sha256(this.text.reveal()));
  }
}

/** Where a lossy decoding stops giving the same bytes back: the first byte that does not fit. */
function firstBadByte(bytes: Buffer): number {
  const lossy = Buffer.from(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  const at = bytes.findIndex((byte, index) => byte !== lossy[index]);
  return at === -1 ? bytes.length : at;
}

/** The errno name of a failure of the file system. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';
}
