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

/** @param directory where the file lies; by default the place the platform has for it */
export function openPreferences(directory?: string): PreferenceFile {
  const conf = new Conf<Record<string, unknown>>({
    projectName: 'clawdial',
    projectSuffix: '',
    configFileMode: 0o600,
    clearInvalidConfig: true,
    ...(directory === undefined ? {} : { cwd: directory }),
  });
  return {
    read: () => readPreferences(conf),
    rememberNotice: () => keep(() => conf.set('noticeAcknowledged', noticeVersion)),
  };
}

function readPreferences(conf: Conf<Record<string, unknown>>): Preferences {
  try {
    const parsed = v.safeParse(preferencesSchema, { ...conf.store });
    return parsed.success ? parsed.output : {};
  } catch {
    return {};
  }
}

function keep(write: () => void): boolean {
  try {
    write();
    return true;
  } catch {
    return false;
  }
}
