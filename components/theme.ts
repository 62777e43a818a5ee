import { createContext } from 'react';
import { say, type SafeText } from '../src/terminal/safe-text.ts';

/** What a colour means. Words and marks always say the same, so that nothing depends on colour. */
export type Tone = 'text' | 'muted' | 'accent' | 'good' | 'attention' | 'bad';

export interface ThemeSettings {
  readonly color: boolean;
  readonly unicode: boolean;
}

/** What the terminal can show; set once at the top of the app. */
export const ThemeContext = createContext<ThemeSettings>({ color: true, unicode: true });

export interface ToneStyle {
  readonly color?: string;
  readonly dimColor?: boolean;
}

/** The 16 standard colours: the person's own terminal theme gives them their shade. */
const colors = { accent: 'cyan', good: 'green', attention: 'yellow', bad: 'red' } as const;

export function toneStyle(tone: Tone, settings: ThemeSettings): ToneStyle {
  if (!settings.color || tone === 'text') {
    return {};
  }
  return tone === 'muted' ? { dimColor: true } : { color: colors[tone] };
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
