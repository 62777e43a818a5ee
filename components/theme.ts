import type { ForegroundColorName } from 'chalk';
import { createContext } from 'react';
import { say, type SafeText } from '../src/terminal/safe-text.ts';

/** What a colour means. Words and marks always say the same, so that nothing depends on colour. */
export type Tone = 'text' | 'muted' | 'accent' | 'good' | 'attention' | 'bad';

/**
 * The shades to draw with: `terminal` leaves them to the person's own terminal theme; the others are for a background
 * that is known, with and without more than 16 colours.
 */
export type PaletteName = 'terminal' | 'dark' | 'light' | 'dark-16' | 'light-16';

export interface ThemeSettings {
  readonly color: boolean;
  readonly unicode: boolean;
  /** `terminal` unless told otherwise. */
  readonly palette?: PaletteName;
}

/** What the terminal can show; set once at the top of the app. */
export const ThemeContext = createContext<ThemeSettings>({ color: true, unicode: true });

export interface ToneStyle {
  readonly color?: ForegroundColorName | `#${string}`;
  readonly dimColor?: boolean;
}

type Palette = Readonly<Record<Exclude<Tone, 'text'>, ToneStyle>>;

/**
 * Text itself has the terminal's own colour. Every shade of a known background has a contrast of at least 4.5 to 1
 * (WCAG 2.2, 1.4.3), also in the nearest of 256 that Ink takes where there are no more; of the 16 standard colours only those are taken that have it in xterm's own shades.
 */
export const palettes: Readonly<Record<PaletteName, Palette>> = {
  terminal: { muted: { dimColor: true }, accent: { color: 'cyan' }, good: { color: 'green' }, attention: { color: 'yellow' }, bad: { color: 'red' } },
  dark: { muted: { color: '#9e9e9e' }, accent: { color: '#66ccff' }, good: { color: '#66cc66' }, attention: { color: '#ffcc66' }, bad: { color: '#ff8080' } },
  light: { muted: { color: '#5f5f5f' }, accent: { color: '#003366' }, good: { color: '#004c00' }, attention: { color: '#663300' }, bad: { color: '#990000' } },
  'dark-16': { muted: {}, accent: { color: 'cyan' }, good: { color: 'green' }, attention: { color: 'yellow' }, bad: { color: 'redBright' } },
  'light-16': { muted: {}, accent: { color: 'blue' }, good: {}, attention: { color: 'magenta' }, bad: { color: 'red' } },
};

export function toneStyle(tone: Tone, { color, palette = 'terminal' }: ThemeSettings): ToneStyle {
  return !color || tone === 'text' ? {} : palettes[palette][tone];
}

export interface Marks {
  readonly good: SafeText;
  readonly bad: SafeText;
  readonly attention: SafeText;
  readonly bullet: SafeText;
  readonly pointer: SafeText;
  readonly masked: SafeText;
  readonly caret: SafeText;
  readonly barFull: SafeText;
  readonly barEmpty: SafeText;
  readonly ellipsis: SafeText;
  readonly dash: SafeText;
  readonly spinner: readonly SafeText[];
  /** Beside what the arrow keys change: left and right, up and down. */
  readonly across: SafeText;
  readonly upAndDown: SafeText;
  /** For Ink's boxes. */
  readonly border: 'single' | 'classic';
}

const unicodeMarks: Marks = {
  good: say`✓`,
  bad: say`✗`,
  attention: say`!`,
  bullet: say`•`,
  pointer: say`›`,
  masked: say`•`,
  caret: say`▏`,
  barFull: say`█`,
  barEmpty: say`░`,
  ellipsis: say`…`,
  dash: say`–`,
  spinner: [say`⠋`, say`⠙`, say`⠹`, say`⠸`, say`⠼`, say`⠴`, say`⠦`, say`⠧`, say`⠇`, say`⠏`],
  across: say`(←→)`,
  upAndDown: say`(↑↓)`,
  border: 'single',
};

const asciiMarks: Marks = {
  good: say`+`,
  bad: say`x`,
  attention: say`!`,
  bullet: say`*`,
  pointer: say`>`,
  masked: say`*`,
  caret: say`_`,
  barFull: say`#`,
  barEmpty: say`.`,
  ellipsis: say`~`,
  dash: say`-`,
  spinner: [say`|`, say`/`, say`-`, say`\\`],
  across: say`(<>)`,
  upAndDown: say`(^v)`,
  border: 'classic',
};

export function marksFor(settings: ThemeSettings): Marks {
  return settings.unicode ? unicodeMarks : asciiMarks;
}
