export type ColorDepth = 'none' | '16' | '256' | 'truecolor';

export interface TerminalCapabilities {
  /** A person sits at a terminal that can move its cursor. */
  readonly interactive: boolean;
  readonly color: ColorDepth;
  /** Of the background, where the terminal tells it; null is not known. */
  readonly background: 'dark' | 'light' | null;
  /** Characters beyond ASCII may be drawn. */
  readonly unicode: boolean;
  readonly columns: number;
  readonly rows: number;
}

export type Variables = Readonly<Record<string, string | undefined>>;

/** What is asked of `process.stdout`. */
export interface TerminalOutput {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
}

const forcedDepths: Readonly<Record<string, ColorDepth>> = { '0': 'none', false: 'none', '2': '256', '3': 'truecolor' };

/**
 * What the terminal can do, from the environment and stdout alone; nothing is asked of the terminal.
 * `FORCE_COLOR` is stronger than `NO_COLOR`, as in Node.
 */
export function terminalCapabilities(env: Variables, stdout: TerminalOutput): TerminalCapabilities {
  const isTerminal = stdout.isTTY === true;
  const isDumb = env['TERM'] === 'dumb';
  return {
    interactive: isTerminal && !isDumb,
    color: colorDepth(env, isTerminal && !isDumb),
    background: backgroundOf(env['COLORFGBG']),
    unicode: !isDumb && hasUnicodeLocale(env),
    columns: positive(stdout.columns, 80),
    rows: positive(stdout.rows, 24),
  };
}

function colorDepth(env: Variables, canColor: boolean): ColorDepth {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) {
    return forcedDepths[forced] ?? '16';
  }
  if (!canColor || (env['NO_COLOR'] ?? '') !== '') {
    return 'none';
  }
  if (/^(?:truecolor|24bit)$/i.test(env['COLORTERM'] ?? '')) {
    return 'truecolor';
  }
  return /-256(?:color)?$/i.test(env['TERM'] ?? '') ? '256' : '16';
}

/** `15;0` or `0;default;15`: the last number is the background among the 16 colours, of which 7 and 9 to 15 are light. */
function backgroundOf(colors: string | undefined): TerminalCapabilities['background'] {
  const background = /;(\d{1,2})$/.exec(colors ?? '')?.[1];
  if (background === undefined || Number(background) > 15) return null;
  return Number(background) === 7 || Number(background) >= 9 ? 'light' : 'dark';
}

/** POSIX: the first of these three that is not empty decides. With none of them set, today's terminals still take UTF-8. */
function hasUnicodeLocale(env: Variables): boolean {
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find((value) => value !== undefined && value !== '');
  return locale === undefined ? env['TERM'] !== 'linux' : /utf-?8/i.test(locale);
}

function positive(value: number | undefined, otherwise: number): number {
  return value !== undefined && value > 0 ? value : otherwise;
}
