import type { ThemeSettings } from '../../components/theme.ts';
import type { ThemeChoice } from '../preferences/definitions.ts';
import { preferencesPlace } from '../preferences/place.ts';
import { readPreferences } from '../preferences/read-preferences.ts';
import type { TerminalCapabilities } from '../terminal/capabilities.ts';

/**
 * How to draw: what the person prefers, within what the terminal can. Where nobody says what the background is, the
 * shades are left to the terminal's own theme.
 */
export function chooseTheme({ color, unicode, background }: Pick<TerminalCapabilities, 'color' | 'unicode' | 'background'>, choice: ThemeChoice): ThemeSettings {
  if (color === 'none' || choice === 'none') return { color: false, unicode };
  const known = choice === 'auto' ? background : choice;
  if (known === null) return { color: true, unicode, palette: 'terminal' };
  return { color: true, unicode, palette: color === '16' ? `${known}-16` : known };
}

/** What the preferences say. */
export function preferredTheme(): ThemeChoice {
  return readPreferences(preferencesPlace(process.env)).preferences.theme ?? 'auto';
}
