import { preferencesPlace } from '../preferences/place.ts';
import { readPreferences } from '../preferences/read-preferences.ts';
import { isAccessible } from '../terminal/accessible.ts';
import { terminalCapabilities } from '../terminal/capabilities.ts';

/**
 * Whether screens are shown as lines. A terminal that cannot move its cursor (TERM=dumb) can show lines all the same.
 *
 * @param asked `--accessible`
 */
export function wantsLines(asked: boolean | undefined): boolean {
  const { preferences } = readPreferences(preferencesPlace(process.env));
  const cannotDraw = process.stdout.isTTY && !terminalCapabilities(process.env, process.stdout).interactive;
  return cannotDraw || isAccessible({ asked, variables: process.env, preferred: preferences.accessible });
}
