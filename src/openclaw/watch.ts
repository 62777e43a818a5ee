import { lstatSync, realpathSync, statSync, watch, type FSWatcher } from 'node:fs';
import { dirname } from 'node:path';
import type { Installation } from './installation.ts';
import type { Snapshot } from './snapshot.ts';
import { storePaths } from './stores/store-paths.ts';

export interface WatchOptions {
  /** How long changes are collected before they are told, in ms. */
  readonly debounceMs?: number;
  /** How often what cannot be watched is looked at, in ms. */
  readonly pollMs?: number;
  /** How often everything is looked at all the same, because some file systems never report a change, in ms. */
  readonly safetyPollMs?: number;
  /** Watches one directory; throws where that cannot be done. Node's own when not given. */
  readonly watchDirectory?: (directory: string, onEvent: () => void) => DirectoryWatcher;
}

export interface DirectoryWatcher {
  /** Called when the watcher stops by itself. */
  onEnd(handler: () => void): void;
  close(): void;
}

export interface InstallationWatch {
  close(): void;
}

interface Watched {
  readonly identity: string;
  readonly watcher: DirectoryWatcher;
}

const usualDebounceMs = 40;
/** A gateway at work commits many times a second, mostly what has nothing to do with credentials. */
const databaseDebounceMs = 200;
const usualPollMs = 100;
const usualSafetyPollMs = 2000;

/** Every file that went into a snapshot, or would if it existed. */
export function snapshotPaths(snapshot: Snapshot): readonly string[] {
  const { installation, config, agents, variables } = snapshot;
  const included = config.state === 'read' ? config.includes : [];
  const dotenvs = variables.flatMap(({ path }) => path ?? []);
  const agentDirs = [installation.mainAgentDir.path, ...agents.map(({ agentDir }) => agentDir)];
  const stores = agentDirs.flatMap((agentDir) => storePaths(installation, agentDir));
  const strays = snapshot.strayFiles.map(({ path }) => path);
  return [...new Set([installation.config.path, ...included, ...dotenvs, `${installation.stateDir.path}/.env`, ...stores, ...strays])];
}

/**
 * Tells when a file of an installation changes, appears or goes. Directories are watched rather than files, because a
 * file is often replaced; one that does not exist yet is awaited in the nearest one that does. What cannot be watched is
 * looked at again and again (time, size, inode). Changes are collected for 40 ms, beside databases for 200 ms; a burst is
 * told once, the last state of it always.
 *
 * @param paths the files, absolute; see `snapshotPaths`
 * @param onChange is called without arguments: read the snapshot again
 */
export function watchInstallation(installation: Installation, paths: readonly string[], onChange: () => void, options: WatchOptions = {}): InstallationWatch {
  const watching = new InstallationWatcher([installation.config.path, ...paths], onChange, options);
  watching.start();
  return watching;
}

class InstallationWatcher implements InstallationWatch {
  readonly #paths: readonly string[];
  readonly #onChange: () => void;
  readonly #options: WatchOptions;
  readonly #usualDebounceMs: number;
  readonly #watched = new Map<string, Watched>();
  #print = '';
  #pending: NodeJS.Timeout | null = null;
  #polling: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor(paths: readonly string[], onChange: () => void, options: WatchOptions) {
    this.#paths = [...new Set(paths)];
    this.#usualDebounceMs = paths.some((path) => path.endsWith('-wal')) ? databaseDebounceMs : usualDebounceMs;
    this.#onChange = onChange;
    this.#options = options;
  }

  start(): void {
    const isComplete = this.#arm();
    this.#print = fingerprint(this.#paths);
    this.#pollLater(isComplete);
  }

  close(): void {
    this.#isClosed = true;
    if (this.#pending !== null) clearTimeout(this.#pending);
    if (this.#polling !== null) clearTimeout(this.#polling);
    for (const { watcher } of this.#watched.values()) watcher.close();
    this.#watched.clear();
  }

  /** The first event starts the wait; later ones do not prolong it, so that steady writing cannot hide a change. */
  readonly #onEvent = (): void => {
    if (this.#isClosed) return;
    this.#pending ??= setTimeout(() => {
      this.#pending = null;
      this.#look();
    }, this.#options.debounceMs ?? this.#usualDebounceMs);
  };

  #look(): void {
    if (this.#isClosed) return;
    // Armed before the files are looked at: what comes in between is seen either way.
    this.#pollLater(this.#arm());
    const print = fingerprint(this.#paths);
    if (print === this.#print) return;
    this.#print = print;
    this.#onChange();
  }

  #pollLater(isComplete: boolean): void {
    if (this.#polling !== null) clearTimeout(this.#polling);
    const { pollMs = usualPollMs, safetyPollMs = usualSafetyPollMs } = this.#options;
    this.#polling = setTimeout(() => this.#look(), isComplete ? safetyPollMs : pollMs);
  }

  /** Watches the directories that exist now, and no others. @returns false when one cannot be watched */
  #arm(): boolean {
    const wanted = directoriesOf(this.#paths);
    for (const [directory, { identity, watcher }] of this.#watched) {
      if (wanted.get(directory) === identity) continue;
      watcher.close();
      this.#watched.delete(directory);
    }
    let isComplete = true;
    for (const [directory, identity] of wanted) {
      if (!this.#watched.has(directory)) isComplete = this.#watchOne(directory, identity) && isComplete;
    }
    return isComplete;
  }

  #watchOne(directory: string, identity: string): boolean {
    try {
      const watcher = (this.#options.watchDirectory ?? watchWithNode)(directory, this.#onEvent);
      this.#watched.set(directory, { identity, watcher });
      watcher.onEnd(() => {
        if (this.#watched.get(directory)?.watcher === watcher) this.#watched.delete(directory);
        watcher.close();
        this.#onEvent();
      });
      return true;
    } catch {
      return false;
    }
  }
}

function watchWithNode(directory: string, onEvent: () => void): DirectoryWatcher {
  const watcher: FSWatcher = watch(directory, { persistent: true }, onEvent);
  return {
    onEnd: (handler) => void watcher.once('error', handler),
    close: () => watcher.close(),
  };
}

/** The nearest directory that exists above each path, and above the file a link leads to; with what tells it from a later one of that name. */
function directoriesOf(paths: readonly string[]): ReadonlyMap<string, string> {
  const directories = new Map<string, string>();
  const seen = new Set<string>();
  const add = (start: string): void => {
    for (let directory = start; !seen.has(directory); directory = dirname(directory)) {
      seen.add(directory);
      const identity = identityOf(directory);
      if (identity === null) continue;
      directories.set(directory, identity);
      return;
    }
  };
  for (const path of paths) {
    add(dirname(path));
    // Nearly all agents keep nothing of their own, and nothing is no link.
    const real = directories.has(dirname(path)) && isThere(path) ? realPath(path) : null;
    if (real !== null && real !== path) add(dirname(real));
  }
  return directories;
}

function identityOf(directory: string): string | null {
  try {
    const stats = statSync(directory, { throwIfNoEntry: false, bigint: true });
    // The time of birth too: the next directory often gets the inode of the one that was removed.
    return stats?.isDirectory() === true ? `${stats.dev}:${stats.ino}:${stats.birthtimeNs}` : null;
  } catch {
    return null;
  }
}

function realPath(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch {
    return null;
  }
}

/** Changes when any of the files does. Of a directory that is missing, none of its files is asked for. */
function fingerprint(paths: readonly string[]): string {
  const there = new Map<string, boolean>();
  const hasDirectory = (directory: string): boolean => {
    const known = there.get(directory) ?? isThere(directory);
    there.set(directory, known);
    return known;
  };
  return paths.map((path) => (hasDirectory(dirname(path)) ? statOf(path) : '-')).join('\n');
}

/** True also for a link that leads nowhere, and where it may not be looked. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}

function statOf(path: string): string {
  try {
    const stats = statSync(path, { throwIfNoEntry: false, bigint: true });
    return stats === undefined ? '-' : `${stats.dev}:${stats.ino}:${stats.size}:${stats.mtimeNs}:${stats.mode}`;
  } catch {
    return '!';
  }
}
