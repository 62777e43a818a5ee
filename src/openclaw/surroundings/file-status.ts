import { lstat } from 'node:fs/promises';

/** What a directory entry says of itself; links are not followed. */
export interface FileStatus {
  readonly kind: 'file' | 'directory' | 'other';
  /** Permission bits. */
  readonly mode: number;
  /** User id of the owner. */
  readonly owner: number;
  readonly bytes: number;
}

/** Looking at directory entries without opening them. */
export interface FileStatuses {
  /** Null when nothing stands there, or it may not be looked at. */
  statusOf(path: string): Promise<FileStatus | null>;
}

/** The entries of this machine. */
export const localStatuses: FileStatuses = {
  async statusOf(path) {
    const stats = await lstat(path).catch(() => null);
    if (stats === null) return null;
    return { kind: stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : 'other', mode: stats.mode & 0o777, owner: stats.uid, bytes: stats.size };
  },
};
