import { expect, test } from 'vitest';
import { terminalCapabilities } from '../../src/terminal/capabilities.ts';

const terminal = { isTTY: true, columns: 100, rows: 30 };

test.each([
  ['a modern terminal', { TERM: 'xterm-256color', COLORTERM: 'truecolor', LANG: 'en_US.UTF-8' }, { interactive: true, color: 'truecolor', unicode: true }],
  ['a terminal with 256 colours', { TERM: 'screen-256color', LANG: 'nl_NL.utf8' }, { color: '256', unicode: true }],
  ['a plain terminal', { TERM: 'xterm', LANG: 'en_US.UTF-8' }, { color: '16' }],
  ['NO_COLOR', { TERM: 'xterm-256color', NO_COLOR: '1' }, { interactive: true, color: 'none' }],
  ['an empty NO_COLOR, which means nothing', { TERM: 'xterm', NO_COLOR: '' }, { color: '16' }],
  ['FORCE_COLOR over NO_COLOR', { TERM: 'xterm', NO_COLOR: '1', FORCE_COLOR: '3' }, { color: 'truecolor' }],
  ['FORCE_COLOR=0', { TERM: 'xterm-256color', FORCE_COLOR: '0' }, { color: 'none' }],
  ['a dumb terminal', { TERM: 'dumb', LANG: 'en_US.UTF-8' }, { interactive: false, color: 'none', unicode: false }],
  ['LC_ALL=C over a UTF-8 LANG', { TERM: 'xterm', LC_ALL: 'C', LANG: 'en_US.UTF-8' }, { unicode: false }],
  ['LC_CTYPE over LANG', { TERM: 'xterm', LC_CTYPE: 'C.UTF-8', LANG: 'POSIX' }, { unicode: true }],
  ['no locale at all, as in a container', { TERM: 'xterm' }, { unicode: true }],
  ['a light background', { TERM: 'rxvt', COLORFGBG: '0;default;15' }, { background: 'light' }],
  ['a dark background', { TERM: 'rxvt', COLORFGBG: '15;0' }, { background: 'dark' }],
  ['a background that says nothing', { TERM: 'rxvt', COLORFGBG: '15;default' }, { background: null }],
  ['the Linux console without a locale', { TERM: 'linux' }, { unicode: false }],
])('%s', (_, env, expected) => {
  expect(terminalCapabilities(env, terminal)).toMatchObject(expected);
});

test('without a terminal nothing is interactive or coloured, and a size is assumed', () => {
  expect(terminalCapabilities({ TERM: 'xterm-256color' }, {})).toMatchObject({ interactive: false, color: 'none', columns: 80, rows: 24 });
});

test('a pipe is coloured when it is asked for', () => {
  expect(terminalCapabilities({ FORCE_COLOR: '1' }, {}).color).toBe('16');
});
