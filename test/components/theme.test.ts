import { describe, expect, it } from 'vitest';
import { marksFor, palettes, toneStyle, type PaletteName } from '../../components/theme.ts';
import { cellWidth } from '../../src/terminal/width.ts';

/** The shades that xterm gives the standard colours. */
const xterm: Readonly<Record<string, string>> = {
  red: '#cd0000', green: '#00cd00', yellow: '#cdcd00', blue: '#0000ee', magenta: '#cd00cd', cyan: '#00cdcd', redBright: '#ff0000',
};

const backgrounds: Readonly<Record<Exclude<PaletteName, 'terminal'>, readonly string[]>> = {
  // Black and the dark greys of common themes; white and the paper of Solarized.
  dark: ['#000000', '#1e1e1e', '#282c34'],
  light: ['#ffffff', '#fdf6e3'],
  'dark-16': ['#000000'],
  'light-16': ['#ffffff'],
};

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The shade of the 256 colours that chalk, and so Ink, takes for one. */
function of256(hex: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));
  const shade = (value: number): string => value.toString(16).padStart(2, '0');
  if (red === green && green === blue) return `#${shade(Math.round(((red - 8) / 247) * 24) * 10 + 8).repeat(3)}`;
  return `#${[red, green, blue].map((value) => shade([0, 95, 135, 175, 215, 255][Math.round((value / 255) * 5)] ?? 0)).join('')}`;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe('the palettes', () => {
  it.each(Object.entries(backgrounds).flatMap(([palette, shades]) => shades.map((shade) => [palette, shade] as const)))('%s can be read on %s', (palette, background) => {
    const styles = Object.entries(palettes[palette as PaletteName]);
    const faint = styles.filter(([, { color }]) => color !== undefined && (contrast(xterm[color] ?? color, background) < 4.5 || (color.startsWith('#') && contrast(of256(color), background) < 4.5)));
    expect(faint).toEqual([]);
    // Dimming takes an unknown part of the contrast away.
    expect(styles.filter(([, { dimColor }]) => dimColor === true)).toEqual([]);
  });

  it('are not used without colour', () => {
    expect(toneStyle('bad', { color: false, unicode: true, palette: 'dark' })).toEqual({});
    expect(toneStyle('bad', { color: true, unicode: true })).toEqual({ color: 'red' });
  });
});

describe('the marks', () => {
  it.each([true, false])('tell every tone apart without colour, one cell each (Unicode: %s)', (unicode) => {
    const { good, bad, attention, bullet, pointer, masked, caret, barFull, barEmpty, ellipsis, dash, spinner } = marksFor({ color: false, unicode });
    expect(new Set([good, bad, attention, bullet, pointer]).size).toBe(5);
    const all = [good, bad, attention, bullet, pointer, masked, caret, barFull, barEmpty, ellipsis, dash, ...spinner];
    expect(all.filter((mark) => cellWidth(mark) !== 1)).toEqual([]);
    if (!unicode) expect(all.join('')).toMatch(/^[ -~]+$/);
  });
});
