import { afterEach, describe, expect, it } from 'vitest';
import { makeHome, type TestHome } from '../support/homes.ts';
import { keys, runProgram, startProgram } from '../support/program.ts';
import type { PtyOptions, PtySession } from '../support/pty.ts';

let home: TestHome | null = null;
let session: PtySession | null = null;

afterEach(async () => {
  session?.kill('SIGKILL');
  await session?.exited;
  await home?.dispose();
  [home, session] = [null, null];
});

/** Words that our English sentences are full of and that no Dutch one has. */
const english =
  /\b(?:the|and|this|that|these|with|without|press|nothing|written|saved|not|are|your|you|from|when|which|leave|back|choose|continue|cancel|credentials?|ready|keys?|what|agent’s|lines|shown|default agent|changes?|another|only|there|its?|will|would|be|has|have|here|then|until|one|again|usage|options?|commands?|unknown|missing|required|invalid|expected|allowed|examples?|error)\b/i;

/** Names that OpenClaw, a shell or a file have. */
const names = /[\w./~-]*[/.:_-][\w./~:@[\]"-]*|"[^"]*"|<[^>]*>/g;

function remnants(lines: readonly string[]): readonly string[] {
  return lines.filter((text) => english.test(text.replace(names, ' ')));
}

interface Step {
  readonly press: string;
  readonly until: string | RegExp;
}

/** A journey, and every screen at its ends. */
async function journey(args: readonly string[], options: PtyOptions, first: string | RegExp, steps: readonly Step[]): Promise<readonly (readonly string[])[]> {
  home = await makeHome({});
  session = startProgram(home.home, [...args, '--lang', 'nl'], options);
  const screens = [await session.until(first, 20_000)];
  for (const { press, until } of steps) {
    session.write(press);
    screens.push(await session.until(until));
  }
  return screens;
}

/** A line that is too wide goes on in the next one, and the frame then no longer ends where the screen does. */
function keepsItsFrame(screen: readonly string[], rows: number): boolean {
  const rules = screen.filter((text) => /^ ─+$/.test(text)).length;
  return screen[0]?.startsWith(' clawdial') === true && rules === 2 && /^ ─+$/.test(screen[rows - 2] ?? '') && screen[rows - 1] !== '';
}

const sizes = [[80, 24], [44, 16], [250, 70]] as const;

describe.each(sizes)('in Dutch at %i x %i', (columns, rows) => {
  const expectDutch = (screens: readonly (readonly string[])[]): void => {
    expect(screens.filter((screen) => !keepsItsFrame(screen, rows))).toEqual([]);
    expect(screens.flatMap(remnants)).toEqual([]);
  };

  it('the guided set-up', async () => {
    const screens = await journey(['demo'], { columns, rows }, '1/6 Gevonden', [
      { press: keys.enter, until: 'Hoe wil je Claude' },
      { press: keys.down + keys.enter, until: 'Voordat je een setup-token gebruikt' },
      { press: keys.enter, until: 'Een setup-token krijgen' },
      { press: keys.enter, until: 'Voor welke agents' },
      { press: keys.enter, until: 'Plak je setup-token' },
      { press: keys.tab, until: '108 tekens' },
      { press: keys.enter, until: 'Enter verder' },
      { press: keys.enter, until: 'Profiel-id' },
      { press: keys.enter, until: 'Eindigt na' },
      { press: keys.enter, until: 'Standaardmodel' },
      { press: keys.enter, until: 'Wat er geschreven' },
      { press: keys.enter, until: '6/6 Klaar' },
    ]);
    expectDutch(screens);
  });

  it('the dashboard and the editor of cache settings', async () => {
    const screens = await journey(['demo', 'status'], { columns, rows }, /Straks/, [
      { press: keys.enter, until: 'Esc terug' },
      { press: keys.escape, until: 'Straks' },
      { press: '?', until: 'Toetsen' },
      { press: keys.escape, until: 'Straks' },
      { press: 'm', until: 'Wat te doen met' },
      { press: keys.escape, until: 'Straks' },
      { press: 'y', until: 'Esc terug' },
      { press: keys.escape, until: 'Straks' },
      { press: `t`, until: 'Enter terug' },
      { press: keys.escape, until: 'Straks' },
      { press: 'c', until: 'Werkelijk' },
      { press: keys.enter, until: 'Cacheduur van' },
      { press: keys.escape, until: 'Werkelijk' },
      { press: 'a', until: 'per dag' },
      { press: keys.escape, until: 'Werkelijk' },
      { press: 'm', until: 'Werkelijk' },
      { press: '?', until: 'Toetsen' },
    ]);
    expectDutch(screens);
  });
});

describe('in Dutch on a plain terminal', () => {
  it('is black and white, and in ASCII', async () => {
    const options = { env: { NO_COLOR: '1', LC_ALL: 'C' } };
    const screens = await journey(['demo', 'status'], options, /Straks/, [
      { press: keys.enter, until: 'Esc terug' },
      { press: keys.escape, until: 'Straks' },
      { press: 'a', until: '1/6 Gevonden' },
      { press: keys.enter, until: 'Hoe wil je Claude' },
      { press: keys.enter, until: 'Voor welke agents' },
    ]);
    expect(screens.flat().filter((text) => !/^[ -~]*$/.test(text))).toEqual([]);
    // What is not ASCII and has no likeness would stand as a question mark within a word.
    expect(screens.flat().filter((text) => /\w\?\w/.test(text))).toEqual([]);
    expect(session?.bytes()).not.toMatch(/\u001B\[(?:3[0-7]|9[0-7]|38|2)(?:;\d+)*m/);
    expect(screens.flatMap(remnants)).toEqual([]);
  });
});

describe('in Dutch without screens', () => {
  it.each([[['--help']], [['onboard', '--help']], [['status', '--help']], [['models', 'status', '--help']], [['cache', '--help']], [['doctor', '--help']], [['config']], [['doctor']], [['models', 'status']], [['explain']], [['onboard']], [['status']], [['cache', 'list']], [['config', 'set', 'refresh', '0']], [['no-such-command']], [['status', '--no-such-option']], [['cache', 'set', 'main']], [['config', 'set', 'refresh', '1', '2']]])('%j', async (args) => {
    home = await makeHome({});
    const { stdout, stderr } = await runProgram(home.home, [...args, '--lang', 'nl']);
    expect(`${stdout}${stderr}`).not.toBe('');
    expect(remnants(`${stdout}${stderr}`.split('\n'))).toEqual([]);
  });

  it('JSON has the keys and codes of English', async () => {
    home = await makeHome({});
    const [dutch, plain] = await Promise.all(['nl', 'en'].map((language) => runProgram(home?.home ?? '', ['doctor', '--json', '--lang', language])));
    const keysOf = (value: unknown): unknown => (Array.isArray(value) ? value.map(keysOf) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, keysOf(inner)])) : typeof value);
    expect(keysOf(JSON.parse(dutch?.stdout ?? ''))).toEqual(keysOf(JSON.parse(plain?.stdout ?? '')));
  });
});
