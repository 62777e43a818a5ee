import { randomBytes } from 'node:crypto';
import { closeSync, constants, fstatSync, fsyncSync, linkSync, lstatSync, openSync, readFileSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import type { LockHolder } from './change.ts';
import { attempt, codeOf } from './errno.ts';
import { commandOf, isAlive, startTime } from './process-facts.ts';

/** A lock without a living owner's pid is litter after this long (OpenClaw 2026.2.24 and 2026.9.6). */
const orphanMs = 30_000;

/** Where hard links do not exist (exFAT, some FUSE) the lock is written in place. */
const noHardLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

/** What lies at the path of a lock. */
export interface SeenLock {
  /** The whole content; null when it is no readable file, e.g. the directory that old releases made. */
  readonly bytes: Buffer | null;
  readonly pid: number | null;
  /** Clock ticks since boot, as written by OpenClaw from 2026.5.20; null when absent. */
  readonly startTime: number | null;
  readonly ageMs: number;
}

/**
 * The content of a new lock, OpenClaw's payload for both of its readers. The white space behind it is random, so that two
 * locks are never the same bytes and each knows its own.
 */
export function lockContent(nowMs: number): Buffer {
  const payload = { pid: process.pid, createdAt: new Date(nowMs).toISOString(), starttime: startTime(process.pid) ?? undefined };
  const mark = Array.from(randomBytes(8), (byte) => byte.toString(2).padStart(8, '0').replaceAll('0', ' ').replaceAll('1', '\t'));
  return Buffer.from(`${JSON.stringify(payload)}${mark.join('')}`);
}

/**
 * Makes the lock appear with its content in one step, so that nobody ever sees an empty one: OpenClaw 2026.9.6 never
 * reclaims an empty lock. Returns false when another lock is there; throws other system errors.
 */
export function publishLock(path: string, content: Buffer): boolean {
  const temporary = uniqueName(path);
  writeNew(temporary, content);
  try {
    linkSync(temporary, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') {
      return false;
    }
    if (!noHardLinks.has(codeOf(error))) {
      throw error;
    }
    return writeInPlace(path, content);
  } finally {
    attempt(() => unlinkSync(temporary));
  }
}

/** Reads a lock; null when there is none. `nowMs` is epoch ms. */
export function seeLock(path: string, nowMs: number): SeenLock | null {
  let fd: number;
  try {
    fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? null : { bytes: null, pid: null, startTime: null, ageMs: Math.max(0, nowMs - changedAt(path, nowMs)) };
  }
  try {
    const { mtimeMs } = fstatSync(fd);
    const bytes = attemptRead(fd);
    const payload = parsePayload(bytes);
    return { bytes, pid: payload.pid, startTime: payload.startTime, ageMs: Math.max(0, nowMs - (payload.createdAt ?? mtimeMs)) };
  } finally {
    closeSync(fd);
  }
}

/** When what cannot be opened (a lock of another user, a socket) was last written; `nowMs` where not even that can be seen. */
function changedAt(path: string, nowMs: number): number {
  let ms = nowMs;
  attempt(() => {
    ms = lstatSync(path).mtimeMs;
  });
  return ms;
}

/**
 * True when nobody can hold the lock any more. With a pid only the process counts, never the age: a live holder may be slow.
 * `isOurs` says that this process holds the lock; our own pid in any other lock is a former process that had our number.
 */
export function isStale(lock: SeenLock, isOurs: boolean): boolean {
  if (lock.bytes === null) {
    return false;
  }
  if (lock.pid === null) {
    return lock.ageMs > orphanMs;
  }
  if (lock.pid === process.pid) {
    return !isOurs;
  }
  if (!isAlive(lock.pid)) {
    return true;
  }
  const started = startTime(lock.pid);
  return lock.startTime !== null && started !== null && lock.startTime !== started;
}

/** Takes a stale lock away, unless another one came to its place since it was judged. False when the system forbids it. */
export function breakLock(path: string, judged: SeenLock): boolean {
  const aside = uniqueName(path);
  try {
    renameSync(path, aside);
  } catch (error) {
    return codeOf(error) === 'ENOENT';
  }
  if (!isSame(aside, judged.bytes)) {
    attempt(() => linkSync(aside, path));
  }
  attempt(() => unlinkSync(aside));
  return true;
}

/** True while the file holds exactly these bytes. */
export function isSame(path: string, bytes: Buffer | null): boolean {
  try {
    return bytes !== null && readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

export function holderOf(lock: SeenLock): LockHolder {
  return { pid: lock.pid, command: lock.pid === null ? null : commandOf(lock.pid), ageMs: lock.ageMs };
}

function uniqueName(path: string): string {
  return `${path}.${process.pid}.${randomBytes(8).toString('hex')}`;
}

function writeNew(path: string, content: Buffer): void {
  const fd = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, 0o600);
  try {
    writeSync(fd, content);
    // Without this a power cut may keep the name and lose the content, and OpenClaw 2026.9.6 never reclaims an empty lock.
    fsyncSync(fd);
  } catch (error) {
    attempt(() => unlinkSync(path));
    throw error;
  } finally {
    closeSync(fd);
  }
}

function writeInPlace(path: string, content: Buffer): boolean {
  try {
    writeNew(path, content);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') {
      return false;
    }
    throw error;
  }
}

function attemptRead(fd: number): Buffer | null {
  try {
    return readFileSync(fd);
  } catch {
    return null;
  }
}

interface Payload {
  readonly pid: number | null;
  readonly createdAt: number | null;
  readonly startTime: number | null;
}

function parsePayload(bytes: Buffer | null): Payload {
  const parsed = parseJson(bytes?.toString('utf8') ?? '');
  const field = (name: string): unknown => (typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, name) : undefined);
  const created = Date.parse(String(field('createdAt')));
  return { pid: positive(field('pid')), createdAt: Number.isNaN(created) ? null : created, startTime: positive(field('starttime')) };
}

function positive(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
