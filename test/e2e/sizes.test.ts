import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createDemoHome } from '../../src/demo/demo-home.ts';
import { keys, startProgram } from '../support/program.ts';
import type { PtySession } from '../support/pty.ts';

const sizes = [[44, 16], [80, 24], [250, 70]] as const;

/** What each screen of the way says, in either language. */
const ways = {
  en: { found: '1/6 Found', help: 'Keys', choose: 'How do you want to reach', notice: 'Before you use', obtain: 'Get a setup-token', agents: 'Which agents', paste: '108 characters', check: 'Valid:', name: 'Profile id', expiry: 'Ends after', model: 'Default model', review: 'What will be written', done: 'Saved anthropic:default', status: 'anthropic:busy back in', cache: 'Prompt cache', menu: 'Cache retention of', cost: 'What caching would cost' },
  nl: { found: '1/6 Gevonden', help: 'Toetsen', choose: 'Hoe wil je Claude', notice: 'Voordat je een', obtain: 'Een setup-token krijgen', agents: 'Voor welke agents', paste: '108 tekens', check: 'Geldig:', name: 'Profiel-id', expiry: 'Eindigt na', model: 'Standaardmodel', review: 'Wat er geschreven wordt', done: 'anthropic:default bewaard', status: 'anthropic:busy terug over', cache: 'Prompt caching', menu: 'Cacheduur van', cost: 'Wat caching zou kosten' },
} as const;

let home: string | null = null;
let session: PtySession | null = null;

afterEach(async () => {
  session?.kill('SIGKILL');
  await session?.exited;
  if (home !== null) await rm(home, { recursive: true, force: true });
  session = null;
  home = null;
});

describe.each(['en', 'nl'] as const)('in %s', (language) => {
  it.each(sizes)('every screen from the first to the cost fits %ix%i', { timeout: 60_000 }, async (columns, rows) => {
    home = await mkdtemp(join(tmpdir(), 'clawdial-sizes-'));
    const at = startProgram(home, ['demo', '--lang', language], { columns, rows });
    session = at;
    const words = ways[language];
    const { enter, escape, down, tab } = keys;
    const steps: readonly (readonly [string, string])[] = [
      ['', words.found], ['?', words.help], [escape + enter, words.choose], [down + enter, words.notice], [enter, words.obtain], [enter, words.agents],
      [enter + tab, words.paste], [enter, words.check], [enter, words.name], [enter, words.expiry], [enter, words.model], [enter, words.review],
      [enter, words.done], [enter, words.status], ['?', words.help], [`${escape}c`, words.cache], ['?', words.help], [escape + enter, words.menu], [`${escape}a`, words.cost],
    ];
    for (const [typed, text] of steps) {
      at.write(typed);
      const lines = await at.until(text);
      expect(lines[0], text).toMatch(/^ clawdial /);
      expect(lines.at(-1), text).toMatch(/\S/);
      // Below 80 columns descriptions give way; from there on nothing is cut.
      if (columns >= 80) expect(lines.filter((line) => /\S…\s*$/.test(line)), text).toEqual([]);
    }
  });

  it.each(sizes)('the doctor breaks its lines itself at %ix%i', async (columns, rows) => {
    const demo = createDemoHome('http://127.0.0.1:40000', Date.now());
    try {
      const at = startProgram(demo.home, ['doctor', '--lang', language], { columns, rows });
      session = at;
      await at.exited;
      const lines = Array.from({ length: at.terminal.buffer.active.length }, (_, row) => at.terminal.buffer.active.getLine(row));
      const broken = lines.flatMap((line, row) => (line?.isWrapped !== true && lines[row + 1]?.isWrapped === true ? [line?.translateToString(true) ?? ''] : []));
      // A command is left whole, so that it can be copied.
      for (const line of broken) expect(line).toMatch(/^ +(?:openclaw|clawdial|claude) /);
      expect(lines.some((line) => line?.translateToString(true).includes('anthropic:last-year') === true)).toBe(true);
    } finally {
      demo.dispose();
    }
  });
});
