import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';

/** A file that grows by whole lines, as it was when it was looked at. */
export interface RecordFile {
  readonly name: string;
  readonly bytes: number;
  /** When it was last written, epoch ms. */
  readonly changedAt: number;
}

/** Reading records that may be far larger than a config. Nothing here throws for what a file system can do; nothing here writes. */
export interface RecordFiles {
  /** The regular files of a directory with such names; links are left out. Empty when there is none or it may not be listed. */
  list(directory: string, fits: (name: string) => boolean): Promise<readonly RecordFile[]>;
  /** The bytes from an offset up to, and without, another, in pieces; ends early when the file does, or when it cannot be read. */
  read(path: string, from: number, to: number): AsyncIterable<Uint8Array>;
}

const pieceBytes = 256 * 1024;

/** The records of this machine. */
export const localRecords: RecordFiles = { list, read };

async function list(directory: string, fits: (name: string) => boolean): Promise<readonly RecordFile[]> {
  const names = (await readdir(directory).catch((): string[] => [])).filter(fits);
  const found: RecordFile[] = [];
  for (const name of names.toSorted()) {
    const stats = await lstat(`${directory}/${name}`).catch(() => null);
    if (stats?.isFile() === true) found.push({ name, bytes: stats.size, changedAt: stats.mtimeMs });
  }
  return found;
}

async function* read(path: string, from: number, to: number): AsyncGenerator<Uint8Array> {
  // What stands there now may be no file any more: a link is not followed, and a FIFO is not waited for.
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW).catch(() => null);
  if (handle === null) return;
  try {
    if (!(await handle.stat()).isFile()) return;
    let at = from;
    while (at < to) {
      const piece = Buffer.allocUnsafe(Math.min(pieceBytes, to - at));
      const { bytesRead } = await handle.read(piece, 0, piece.length, at);
      if (bytesRead === 0) return;
      yield piece.subarray(0, bytesRead);
      at += bytesRead;
    }
  } catch {
    // What was read until here stands; the caller learns no more than from a file that ends.
    return;
  } finally {
    await handle.close().catch(() => undefined);
  }
}
