import { isLanguage, type Language } from './language.ts';

/** All that may say which language to speak. */
export interface LanguageWishes {
  /** The words after the program's name. */
  readonly argv: readonly string[];
  /** From our own preferences. */
  readonly preferred: Language | undefined;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/**
 * The language to speak: `--lang`, then the preference, then the locale, else English. A value of `--lang` that is no
 * language is left to the command line's own parser, whose refusal is then said in what the rest asks for.
 */
export function chooseLanguage({ argv, preferred, variables }: LanguageWishes): Language {
  return languageOnCommandLine(argv) ?? preferred ?? languageOfLocale(variables) ?? 'en';
}

/** The last `--lang nl` or `--lang=nl` before `--`, which is how the parser takes it too. */
function languageOnCommandLine(argv: readonly string[]): Language | undefined {
  const end = argv.indexOf('--');
  const options = end === -1 ? argv : argv.slice(0, end);
  const given = options.flatMap((word, index) => {
    if (word.startsWith('--lang=')) return [word.slice('--lang='.length)];
    return word === '--lang' ? [options[index + 1]] : [];
  });
  const last = given.at(-1);
  return isLanguage(last) ? last : undefined;
}

/**
 * POSIX: the first of these that is not empty decides, also when it names a language that is not spoken here; `C` and
 * `POSIX` name none.
 */
function languageOfLocale(variables: LanguageWishes['variables']): Language | undefined {
  const locale = [variables['LC_ALL'], variables['LC_MESSAGES'], variables['LANG']].find((value) => value !== undefined && value !== '');
  const [code] = (locale ?? '').toLowerCase().split(/[_.@-]/, 1);
  return isLanguage(code) ? code : undefined;
}
