import { join } from 'node:path';
import { homeDirectory } from '../terminal/home-directory.ts';

/** Where our preferences lie; the same place that `conf` would choose. */
export interface PreferencesPlace {
  readonly directory: string;
  readonly file: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** @param variables of the process: `XDG_CONFIG_HOME`, and on Windows `APPDATA`, are honoured */
export function preferencesPlace(variables: Variables, platform: NodeJS.Platform = process.platform): PreferencesPlace {
  const directory = directoryOn(platform, variables);
  return { directory, file: join(directory, 'config.json') };
}

function directoryOn(platform: NodeJS.Platform, variables: Variables): string {
  if (platform === 'darwin') return join(homeDirectory(), 'Library', 'Preferences', 'clawdial');
  if (platform === 'win32') return join(variables['APPDATA'] || join(homeDirectory(), 'AppData', 'Roaming'), 'clawdial', 'Config');
  return join(variables['XDG_CONFIG_HOME'] || join(homeDirectory(), '.config'), 'clawdial');
}
