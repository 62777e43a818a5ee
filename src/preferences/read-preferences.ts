import { readFileSync, renameSync, statSync } from 'node:fs';
import { acceptPreferences, preferenceNames, type PreferenceName, type Preferences } from './definitions.ts';
import type { PreferencesPlace } from './place.ts';

/** What was found where our preferences lie. */
export interface PreferencesReading {
  readonly preferences: Preferences;
  /** What the file has for these is no value that we know; they count as not chosen. */
  readonly notUnderstood: readonly PreferenceName[];
  /** The file was no JSON object; it now lies there, or stays where it is when that failed (null). */
  readonly corrupt: { readonly file: string; readonly aside: string | null } | null;
}

const nothing: PreferencesReading = { preferences: {}, notUnderstood: [], corrupt: null };

/** More than any preferences file of ours; what is larger is none. */
const largestBytes = 65_536;

/**
 * Reads our preferences without loading `conf`, which plain commands cannot afford. It never fails: a preference is
 * never worth a refusal to start. A file that cannot be understood is set aside, so that it is said once and nothing
 * of it is lost.
 */
export function readPreferences({ file }: Pick<PreferencesPlace, 'file'>): PreferencesReading {
  const text = readText(file);
  if (text === null) return nothing;
  const kept = parseObject(text);
  if (kept === null) return setAside(file);
  const preferences = acceptPreferences(kept);
  const notUnderstood = preferenceNames.filter((name) => kept[name] !== undefined && preferences[name] === undefined);
  return { preferences, notUnderstood, corrupt: null };
}

function readText(file: string): string | null {
  try {
    const found = statSync(file);
    // Reading a pipe would wait for ever.
    return found.isFile() && found.size <= largestBytes ? readFileSync(file, 'utf8') : null;
  } catch {
    return null;
  }
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? { ...parsed } : null;
  } catch {
    return null;
  }
}

function setAside(file: string): PreferencesReading {
  const aside = `${file}.unreadable-${Date.now()}`;
  try {
    renameSync(file, aside);
    return { ...nothing, corrupt: { file, aside } };
  } catch (error) {
    // Another process of ours was first, and says so.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return nothing;
    return { ...nothing, corrupt: { file, aside: null } };
  }
}
