import { isLanguage, languages, type Language } from '../words/language.ts';

/** `auto` asks the surroundings, `none` is for black and white. */
export const themes = ['auto', 'dark', 'light', 'none'] as const;

export type ThemeChoice = (typeof themes)[number];

/** What a person may prefer; what is absent was not chosen. */
export interface Preferences {
  readonly language?: Language;
  readonly theme?: ThemeChoice;
  /** Questions and answers in lines, for a screen reader. */
  readonly accessible?: boolean;
  /** How often the dashboard moves by itself, in seconds. */
  readonly refresh?: number;
  /** The wording of the policy notice that was read. */
  readonly noticeAcknowledged?: string;
}

export type PreferenceName = keyof Preferences;

/** How one preference is kept in the file and written on a command line. */
export interface Definition<Value> {
  /** The value in the file, or undefined when it is none of ours. */
  readonly accept: (kept: unknown) => Value | undefined;
  /** The value that a person typed, or undefined when it is none. */
  readonly parse: (typed: string) => Value | undefined;
  /** What may be typed, for people and for completions. */
  readonly choices: readonly string[];
}

export type Definitions = { readonly [Name in PreferenceName]-?: Definition<NonNullable<Preferences[Name]>> };

/** The dashboard's own pace, and the limits of another, in seconds. */
export const refreshSeconds = { usual: 1, least: 1, most: 60 } as const;

/** The wording of the policy notice; a new wording is shown again. */
export const noticeVersion = '2026-11-22';

const isRefresh = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= refreshSeconds.least && Number(value) <= refreshSeconds.most;

const switchWords: ReadonlyMap<string, boolean> = new Map([['on', true], ['off', false]]);

function oneOf<Value extends string>(values: readonly Value[]): Definition<Value> {
  const find = (value: unknown): Value | undefined => values.find((one) => one === value);
  return { accept: find, parse: find, choices: values };
}

/** Every preference, in the order in which they are listed. */
export const definitions: Definitions = {
  language: { ...oneOf(languages), accept: (kept) => (isLanguage(kept) ? kept : undefined) },
  theme: oneOf(themes),
  accessible: {
    accept: (kept) => (typeof kept === 'boolean' ? kept : undefined),
    parse: (typed) => switchWords.get(typed),
    choices: [...switchWords.keys()],
  },
  refresh: {
    accept: (kept) => (isRefresh(kept) ? kept : undefined),
    parse: (typed) => (/^\d+$/.test(typed) && isRefresh(Number(typed)) ? Number(typed) : undefined),
    choices: [`${refreshSeconds.least}-${refreshSeconds.most}`],
  },
  noticeAcknowledged: {
    accept: (kept) => (typeof kept === 'string' ? kept : undefined),
    parse: (typed) => (typed === noticeVersion ? typed : undefined),
    choices: [noticeVersion],
  },
};

export const preferenceNames: readonly PreferenceName[] = ['language', 'theme', 'accessible', 'refresh', 'noticeAcknowledged'];

export function isPreferenceName(name: string): name is PreferenceName {
  return preferenceNames.some((known) => known === name);
}

/** What of a file's content is a preference of ours with a value that we know; the rest counts as not chosen. */
export function acceptPreferences(kept: Readonly<Record<string, unknown>>): Preferences {
  const entries = preferenceNames.flatMap((name) => {
    const value = definitions[name].accept(kept[name]);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

/** The choice that a person typed for a preference; null when it is none. */
export function parsePreference(name: PreferenceName, typed: string): Preferences | null {
  const value = definitions[name].parse(typed);
  return value === undefined ? null : acceptPreferences({ [name]: value });
}

/** A choice as it is typed; null when there is none. */
export function typedPreference(name: PreferenceName, preferences: Preferences): string | null {
  const value = preferences[name];
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return value === undefined ? null : String(value);
}
