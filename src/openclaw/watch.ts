import { watch, type FSWatcher } from 'node:fs';
import { DiskLook } from './disk-look.ts';
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
  /** When what is known of the files began to be read, epoch ms: what changed since then is told too. */
  readonly since?: number;
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

interface Armed {
  /** False when a directory cannot be watched. */
  readonly isComplete: boolean;
  /** True when one is watched that was not. */
  readonly isNew: boolean;
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
/** The times of files come from a clock that the kernel winds a hundred times a second, or more often. */
const fileClockMs = 20;

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
    const { isComplete } = this.#arm(new DiskLook());
    this.#pollLater(isComplete);
    if (this.#isLate()) return this.#onEvent();
    this.#print = new DiskLook().fingerprint(this.#paths);
  }

  /** True when something changed between the reading and the watch: no event tells of that. */
  #isLate(): boolean {
    const { since } = this.#options;
    return since !== undefined && new DiskLook().isChangedSince(this.#paths, since - fileClockMs);
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
    // Armed before the files are looked at: what comes in between is seen either way. Where a directory is watched only
    // since then, what was seen before is too old.
    const look = new DiskLook();
    const { isComplete, isNew } = this.#arm(look);
    this.#pollLater(isComplete);
    const print = (isNew ? new DiskLook() : look).fingerprint(this.#paths);
    if (print === this.#print) return;
    this.#print = print;
    this.#onChange();
  }

  #pollLater(isComplete: boolean): void {
    if (this.#polling !== null) clearTimeout(this.#polling);
    const { pollMs = usualPollMs, safetyPollMs = usualSafetyPollMs } = this.#options;
    this.#polling = setTimeout(() => this.#look(), isComplete ? safetyPollMs : pollMs);
  }

  /** Watches the directories that exist now, and no others. */
  #arm(look: DiskLook): Armed {
    const wanted = look.directoriesOf(this.#paths);
    for (const [directory, { identity, watcher }] of this.#watched) {
      if (wanted.get(directory) === identity) continue;
      watcher.close();
      this.#watched.delete(directory);
    }
    const others = [...wanted].filter(([directory]) => !this.#watched.has(directory));
    const failed = others.filter(([directory, identity]) => !this.#watchOne(directory, identity));
    return { isComplete: failed.length === 0, isNew: others.length > failed.length };
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
