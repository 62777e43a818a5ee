/** End of a synchronized update, colours off, bracketed paste off, kitty keys off, in this order. */
const plainKeys = '\u001B[?2026l\u001B[0m\u001B[?2004l\u001B[<u';
const leaveAlternateScreen = '\u001B[?1049l';
const showCursor = '\u001B[?25h';

/**
 * Undoes what a full-screen program does to a terminal. Kitty's keyboard mode is kept per screen, so it goes off before
 * the alternate screen is left. Leaving a screen that was not entered would move the cursor, hence the argument.
 */
export function restoreSequence(onAlternateScreen: boolean): string {
  return plainKeys + (onAlternateScreen ? leaveAlternateScreen : '') + showCursor;
}

/** A terminal marks what is pasted, so that a line break in it is not Enter. */
export const bracketedPaste = { on: '\u001B[?2004h', off: '\u001B[?2004l' } as const;
