import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDemoHome } from '../../src/demo/demo-home.ts';
import { keys, startProgram } from './program.ts';
import type { PtySession } from './pty.ts';
import { screenToSvg } from './screen-svg.ts';

/** Name of the file in docs/, and its text. */
export type Pictures = ReadonlyMap<string, string>;

const size = { columns: 96, rows: 30 } as const;

/** A Thursday in the week in which the facts were looked up; every picture shows the world at this moment. */
const time = Date.UTC(2026, 10, 26, 9, 30);

const env = {
  NODE_OPTIONS: `--import=${new URL('fixed-clock.mjs', import.meta.url).href}`,
  CLAWDIAL_PICTURE_TIME: String(time),
  TZ: 'UTC',
  TERM: 'xterm-256color',
  COLORTERM: undefined,
} as const;

/**
 * The README's pictures, from the built program in a real terminal: made-up data, and a clock that stands still. The same
 * screens make the same bytes.
 */
export async function drawPictures(): Promise<Pictures> {
  return new Map([...(await picturesOfDemo()), ...(await picturesInDutch()), ...(await pictureOfDoctor())]);
}

async function picturesOfDemo(): Promise<Pictures> {
  const home = mkdtempSync(join(tmpdir(), 'clawdial-pictures-'));
  const session = startProgram(home, ['demo'], { ...size, env });
  const pictures = new Map<string, string>();
  const take = async (name: string, typed: string, text: string | RegExp): Promise<void> => {
    session.write(typed);
    await session.until(text);
    pictures.set(name, await settled(session, 'clawdial demo'));
  };
  try {
    await take('found', '', 'anthropic:last-year');
    await take('choose', keys.enter, 'How do you want to reach Claude?');
    await take('paste', `${keys.down}${keys.enter}${keys.enter}${keys.enter}${keys.enter}${keys.tab}`, '108 characters');
    await take('check', keys.enter, 'Valid: Anthropic answered');
    await take('review', keys.enter.repeat(4), 'What will be written');
    await take('done', keys.enter, 'Saved anthropic:default.');
    await take('status', keys.enter, 'anthropic:busy back in');
    await take('cache', 'c', 'Decided by');
    session.write(keys.controlC);
    await session.until('anthropic:busy back in');
    session.write(keys.controlC);
  } finally {
    await session.exited;
    rmSync(home, { recursive: true, force: true });
  }
  return pictures;
}

/** Two of the same screens in the other language. */
async function picturesInDutch(): Promise<Pictures> {
  const home = mkdtempSync(join(tmpdir(), 'clawdial-pictures-'));
  const session = startProgram(home, ['demo', 'status', '--lang', 'nl'], { ...size, env });
  const pictures = new Map<string, string>();
  try {
    await session.until('anthropic:busy terug');
    pictures.set('status.nl', await settled(session, 'clawdial demo status --lang nl'));
    session.write('c');
    await session.until('Bepaald door');
    pictures.set('cache.nl', await settled(session, 'clawdial demo status --lang nl'));
    session.write(keys.controlC);
    await session.until('anthropic:busy terug');
    session.write(keys.controlC);
  } finally {
    await session.exited;
    rmSync(home, { recursive: true, force: true });
  }
  return pictures;
}

async function pictureOfDoctor(): Promise<Pictures> {
  const { home, dispose } = createDemoHome('http://127.0.0.1:40000', time);
  const session = startProgram(home, ['doctor'], { columns: size.columns, rows: 60, env });
  try {
    await session.exited;
    return new Map([['doctor', await settled(session, 'clawdial doctor', true)]]);
  } finally {
    dispose();
  }
}

/** The picture once it stays the same: a frame can come in more than one piece. */
async function settled(session: PtySession, title: string, crop = false): Promise<string> {
  const draw = (): string => screenToSvg(session.terminal, { title, settle, crop });
  for (let before = draw(); ; ) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const after = draw();
    if (after === before) return after;
    before = after;
  }
}

/** The fake Anthropic listens on another port each time, and answers in another time. */
function settle(text: string): string {
  return text.replace(/127\.0\.0\.1:\d{4,5}/g, '127.0.0.1:40000').replace(/\b\d+ ms\b/g, '12 ms');
}
