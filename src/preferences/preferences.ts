import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type Conf from 'conf';
import { noticeVersion, type PreferenceName, type Preferences } from './definitions.ts';
import { preferencesPlace, type PreferencesPlace } from './place.ts';
import { readPreferences } from './read-preferences.ts';

export { noticeVersion, type Preferences } from './definitions.ts';

/** Our own preferences, kept with `conf` in the user's configuration directory, never among OpenClaw's files. */
export interface PreferenceFile {
  read(): Preferences;
  /** @returns false when it could not be kept; the program goes on without. */
  set(chosen: Preferences): Promise<boolean>;
  /** Forgets a choice. @returns false when that could not be kept */
  unset(name: PreferenceName): Promise<boolean>;
  /** @returns false when it could not be kept; the program goes on without. */
  rememberNotice(): Promise<boolean>;
}

/** @param variables of the process; `XDG_CONFIG_HOME` is where the directory lies on Linux, when it is set */
export function openPreferences(variables: Readonly<Record<string, string | undefined>>): PreferenceFile {
  const place = preferencesPlace(variables);
  const change = (act: (conf: Conf<Record<string, unknown>>) => void): Promise<boolean> => changeFile(place, act);
  return {
    read: () => readPreferences(place).preferences,
    set: (chosen) => change((conf) => conf.set({ ...chosen })),
    unset: (name) => change((conf) => conf.delete(name)),
    rememberNotice: () => change((conf) => conf.set('noticeAcknowledged', noticeVersion)),
  };
}

/** `conf` is loaded when something is kept: reading does without it, and no screen waits for it. */
async function changeFile(place: PreferencesPlace, act: (conf: Conf<Record<string, unknown>>) => void): Promise<boolean> {
  // Making directories under a path that can never exist (such as one in /proc) does not end in Node.
  if (!canCreateIn(place.directory)) return false;
  // What cannot be understood is set aside first: `conf` would refuse it, or throw it away.
  readPreferences(place);
  try {
    const { default: ConfFile } = await import('conf');
    act(new ConfFile({ cwd: place.directory, configFileMode: 0o600 }));
    return true;
  } catch {
    return false;
  }
}

/** True when the path, or the nearest directory above it that exists, may be written. */
function canCreateIn(path: string): boolean {
  let nearest = path;
  while (!existsSync(nearest) && nearest !== dirname(nearest)) nearest = dirname(nearest);
  try {
    accessSync(nearest, constants.W_OK);
    return !nearest.startsWith('/proc');
  } catch {
    return false;
  }
}
