import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeHome, type TestHome } from '../support/homes.ts';
import { startProgram } from '../support/program.ts';
import type { PtySession } from '../support/pty.ts';

let home: TestHome;
let session: PtySession | null = null;

beforeEach(async () => {
  home = await makeHome({});
});

afterEach(async () => {
  session?.kill('SIGKILL');
  await session?.exited;
  await home.dispose();
});

/** The sequences that set a foreground colour, on the first screen. */
async function colours(theme: string | null, env: Readonly<Record<string, string | undefined>>): Promise<ReadonlySet<string>> {
  if (theme !== null) {
    await mkdir(join(home.home, '.config', 'clawdial'), { recursive: true });
    await writeFile(join(home.home, '.config', 'clawdial', 'config.json'), JSON.stringify({ theme }));
  }
  session = startProgram(home.home, ['demo'], { env });
  await session.until('1/6 Found');
  return new Set(session.bytes().match(/\u001B\[(?:3[0-7]|9[0-7]|38;[\d;]+)m/g));
}

describe.skipIf(process.platform !== 'linux')('the theme', () => {
  it('leaves the shades to the terminal when nothing is known', async () => {
    const used = [...(await colours(null, { COLORTERM: 'truecolor' }))];
    expect(used).toContain('\u001B[36m');
    expect(used.filter((sequence) => sequence.includes('38;'))).toEqual([]);
  });

  it('goes by what the terminal says of its background', async () => {
    expect(await colours(null, { COLORTERM: 'truecolor', COLORFGBG: '0;15' })).toContain('\u001B[38;2;0;51;102m');
  });

  it('goes by the preference first, with 256 colours where there are no more', async () => {
    expect(await colours('dark', { COLORTERM: undefined, COLORFGBG: '0;15' })).toContain('\u001B[38;5;117m');
  });

  it('keeps to 16 colours on a terminal that has no more', async () => {
    const used = await colours('light', { FORCE_COLOR: '1' });
    expect(used).toContain('\u001B[34m');
    expect([...used].filter((sequence) => sequence.includes('38;'))).toEqual([]);
  });

  it('is none when that is preferred', async () => {
    expect(await colours('none', { COLORTERM: 'truecolor' })).toEqual(new Set());
  });
});
