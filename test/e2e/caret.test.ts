import { afterEach, describe, expect, it } from 'vitest';
import { anthropicHome, type AnthropicHome } from '../support/anthropic-home.ts';
import { apiKey } from '../support/homes.ts';
import { keys, startProgram } from '../support/program.ts';
import type { PtySession } from '../support/pty.ts';

let home: AnthropicHome | null = null;
let session: PtySession | null = null;

afterEach(async () => {
  session?.kill('SIGKILL');
  await session?.exited;
  await home?.dispose();
  [home, session] = [null, null];
});

/** The cell of the terminal's own cursor, and the text of its line before it. */
function cursor({ terminal, screen }: PtySession): { readonly row: number; readonly column: number; readonly line: string } {
  const { cursorX, cursorY } = terminal.buffer.active;
  return { row: cursorY, column: cursorX, line: screen()[cursorY] ?? '' };
}

async function cursorAt(running: PtySession, holds: (found: ReturnType<typeof cursor>) => boolean, what: string): Promise<void> {
  await running.untilScreen(() => holds(cursor(running)), what);
}

describe('the filter of the dashboard', () => {
  it('has the terminal’s own cursor behind what is typed', async () => {
    home = await anthropicHome(undefined, { stores: { main: { version: 1, profiles: { 'anthropic:a': { type: 'api_key', provider: 'anthropic', key: apiKey('a') } } } } });
    session = startProgram(home.home, ['status']);
    await session.until('anthropic:a');
    session.write('/');
    await session.until('Filter: _');
    session.write('日本');
    await cursorAt(session, ({ column, line }) => line.startsWith(' Filter: 日本_') && column === ' Filter: '.length + 4, 'the cursor behind the wide characters');
  });
});

describe.each([[80, 24], [44, 16]])('at %i x %i the terminal’s own cursor', (columns, rows) => {
  it('stands at the caret of each field, and nowhere else', async () => {
    home = await anthropicHome();
    session = startProgram(home.home, [], { columns, rows });
    const { bytes } = session;
    const isShown = (): boolean => bytes().lastIndexOf('\u001B[?25h') > bytes().lastIndexOf('\u001B[?25l');
    await session.until('1/6 Found');
    expect(isShown()).toBe(false);
    session.write(keys.enter);
    await session.until('How do you want');
    session.write(keys.enter);
    await session.until('Paste your Anthropic API key');
    await cursorAt(session, ({ column, line }) => line.startsWith(' ›') && column === 3, 'the cursor in the empty field');
    expect(isShown()).toBe(true);
    session.write('abc');
    await cursorAt(session, ({ column, line }) => line.includes('•••') && column === 6, 'the cursor after three marks');
    session.write(`\u001B[D${keys.controlU}`);
    await cursorAt(session, ({ column, line }) => line.includes('•') && column === 3, 'the cursor before one mark');
    session.write(`\u001B[F${keys.controlU}${keys.paste(apiKey('a'))}`);
    await session.until('108 characters');
    session.write(keys.enter);
    await session.until('Enter continue');
    expect(isShown()).toBe(false);
    session.write(keys.enter);
    await session.until('Profile id');
    await cursorAt(session, ({ column, line }) => line.includes('› anthropic:default') && column === ' › anthropic:default'.length, 'the cursor after the id');
    // Four cells for two wide characters, one for a letter with its accent, none for the accent.
    session.write('日本e\u0301\u001B[D');
    await cursorAt(session, ({ column, line }) => line.includes('日本') && column === ' › anthropic:default'.length + 4, 'the cursor after the wide characters');
    session.resize(columns + 10, rows + 4);
    await cursorAt(session, ({ column, line }) => line.includes('日本') && column === ' › anthropic:default'.length + 4, 'the cursor where it was');
  });
});
