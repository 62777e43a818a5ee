import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import Conf from 'conf';
import * as v from 'valibot';

/** The wording of the policy notice that was read; a new wording is shown again. */
export const noticeVersion = '2026-11-22';

const preferencesSchema = v.object({ noticeAcknowledged: v.optional(v.string()) });

export type Preferences = v.InferOutput<typeof preferencesSchema>;

/**
 * Our own preferences, kept with `conf` in the user's configuration directory, never among OpenClaw's files.
 * A file that cannot be read counts as empty: a preference is never worth a refusal to start.
 */
export interface PreferenceFile {
  read(): Preferences;
  /** @returns false when it could not be kept; the program goes on without. */
  rememberNotice(): boolean;
}

const nothingKept: PreferenceFile = { read: () => ({}), rememberNotice: () => false };

/** @param variables of the process; `XDG_CONFIG_HOME` is where the directory lies on Linux, when it is set */
export function openPreferences(variables: Readonly<Record<string, string | undefined>>): PreferenceFile {
  const base = variables['XDG_CONFIG_HOME'];
  // Making directories under a path that can never exist (such as one in /proc) does not end in Node.
  if (base !== undefined && base !== '' && !canCreateIn(base)) return nothingKept;
  try {
    return keptIn(new Conf({ projectName: 'clawdial', projectSuffix: '', configFileMode: 0o600, clearInvalidConfig: true }));
  } catch {
    return nothingKept;
  }
}

function keptIn(conf: Conf<Record<string, unknown>>): PreferenceFile {
  return {
    read: () => {
      const parsed = v.safeParse(preferencesSchema, { ...conf.store });
      return parsed.success ? parsed.output : {};
    },
    rememberNotice: () => {
      try {
        conf.set('noticeAcknowledged', noticeVersion);
        return true;
      } catch {
        return false;
      }
    },
  };
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
