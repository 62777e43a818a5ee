import { describe, expect, it } from 'vitest';
import { chooseLanguage, type LanguageWishes } from '../../src/words/choose-language.ts';

const nothing: LanguageWishes = { argv: [], preferred: undefined, variables: {} };

describe('the language', () => {
  it.each<[string, Partial<LanguageWishes>, string]>([
    ['is English when nothing is said', {}, 'en'],
    ['comes from --lang before the command', { argv: ['--lang', 'nl', 'status'] }, 'nl'],
    ['comes from --lang after the command', { argv: ['status', '--lang=nl'] }, 'nl'],
    ['is the last one given', { argv: ['--lang', 'nl', 'status', '--lang', 'en'], preferred: 'nl' }, 'en'],
    ['is not read after --', { argv: ['explain', '--', '--lang', 'nl'] }, 'en'],
    ['is not guessed from a value of no language', { argv: ['--lang', 'xx'], preferred: 'nl' }, 'nl'],
    ['is not read from a --lang without a value', { argv: ['--lang'] }, 'en'],
    ['goes by the preference before the locale', { preferred: 'en', variables: { LC_ALL: 'nl_NL.UTF-8' } }, 'en'],
    ['goes by LC_ALL before LC_MESSAGES', { variables: { LC_ALL: 'nl_BE', LC_MESSAGES: 'en_US' } }, 'nl'],
    ['goes by LC_MESSAGES before LANG', { variables: { LC_MESSAGES: 'nl_NL@euro', LANG: 'en_US' } }, 'nl'],
    ['goes by LANG', { variables: { LANG: 'nl_NL.UTF-8' } }, 'nl'],
    ['goes by the first that is not empty', { variables: { LC_ALL: '', LANG: 'nl' } }, 'nl'],
    ['is English for C, whatever comes after it', { variables: { LC_ALL: 'C', LANG: 'nl_NL' } }, 'en'],
    ['is English for POSIX', { variables: { LC_ALL: 'POSIX' } }, 'en'],
    ['is English for a language that is not spoken', { variables: { LC_ALL: 'de_DE.UTF-8', LANG: 'nl_NL' } }, 'en'],
    ['is not fooled by a longer code', { variables: { LANG: 'nlx_NL' } }, 'en'],
  ])('%s', (_, wishes, expected) => {
    expect(chooseLanguage({ ...nothing, ...wishes })).toBe(expected);
  });
});
