import { expect, test } from 'vitest';
import { chooseTheme } from '../../src/commands/choose-theme.ts';
import type { TerminalCapabilities } from '../../src/terminal/capabilities.ts';

test.each<[string, Pick<TerminalCapabilities, 'color' | 'background'>, Parameters<typeof chooseTheme>[1], object]>([
  ['no colour when the terminal has none, whatever is preferred', { color: 'none', background: 'dark' }, 'dark', { color: false }],
  ['no colour when that is preferred', { color: 'truecolor', background: 'dark' }, 'none', { color: false }],
  ['the terminal’s own shades when nothing is known', { color: 'truecolor', background: null }, 'auto', { color: true, palette: 'terminal' }],
  ['the background that the terminal tells', { color: '256', background: 'light' }, 'auto', { palette: 'light' }],
  ['the preference before what the terminal tells', { color: '256', background: 'light' }, 'dark', { palette: 'dark' }],
  ['16 colours where there are no more', { color: '16', background: null }, 'light', { palette: 'light-16' }],
])('%s', (_, capabilities, choice, expected) => {
  expect(chooseTheme({ ...capabilities, unicode: true }, choice)).toMatchObject(expected);
});
