// Draws the README's pictures from the real program: the built demo in a real pseudo-terminal.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keys, startProgram } from '../test/support/program.ts';
import { screenToSvg } from '../test/support/screen-svg.ts';

const docs = new URL('../docs/', import.meta.url);
const home = mkdtempSync(join(tmpdir(), 'clawdial-pictures-'));
mkdirSync(docs, { recursive: true });

const session = startProgram(home, ['demo'], { columns: 96, rows: 30 });
try {
  await picture('found', '', 'expired', 'scroll');
  await picture('choose', keys.enter, 'How do you want to reach Claude?', 'leave');
  await picture('paste', `${keys.down}${keys.enter}${keys.enter}${keys.enter}${keys.enter}${keys.tab}`, '108 characters', 'leave');
  await picture('check', keys.enter, 'Valid: Anthropic answered', 'leave');
  await picture('review', keys.enter.repeat(4), 'What will be written', 'leave');
  await picture('done', keys.enter, 'Saved anthropic:default.', 'scroll');
  await picture('status', keys.enter, 'anthropic:busy back in', ' r');
} finally {
  session.write(keys.controlC);
  await session.exited;
  rmSync(home, { recursive: true, force: true });
}

/** Presses keys, waits for a text and for the end of the last line, with which a frame is complete, and draws the screen. */
async function picture(name: string, typed: string, text: string, end: string): Promise<void> {
  session.write(typed);
  await session.untilScreen((lines) => lines.join('\n').includes(text) && lines.at(-1)?.endsWith(end) === true, text);
  const svg = screenToSvg(session.terminal, { title: 'clawdial demo' });
  // The fake Anthropic listens on another port each time; a picture should change only when the screen does.
  writeFileSync(new URL(`${name}.svg`, docs), svg.replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:40000'));
}
