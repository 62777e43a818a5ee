import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anthropicHome, type AnthropicHome } from '../support/anthropic-home.ts';
import { apiKey } from '../support/homes.ts';
import { screenAtRest } from '../support/idle.ts';
import { keys, startProgram } from '../support/program.ts';
import type { PtySession } from '../support/pty.ts';
import { FaultCount } from './support/fault-row.ts';
import { lacks } from './support/needs.ts';

let home: AnthropicHome;
const sessions: PtySession[] = [];

const store = { version: 1, profiles: { 'anthropic:a': { type: 'api_key', provider: 'anthropic', key: apiKey('a') }, 'anthropic:b': { type: 'api_key', provider: 'anthropic', key: apiKey('b') } } };

beforeEach(async () => {
  home = await anthropicHome(undefined, { stores: { main: store } });
});

afterEach(async () => {
  for (const session of sessions.splice(0)) {
    session.kill('SIGKILL');
    await session.exited;
  }
  await home.dispose();
});

/** No key that leaves, starts a check or writes: what those bring differs by the clock. */
const harmless = [keys.up, keys.down, keys.up, keys.down, keys.tab, keys.enter, keys.escape, '?', 'a', 'm', 'x', '1', '\u001B[5~', '\u001B[6~', '\u001B[H', '\u001B[F', '\u001B[C', '\u001B[D', '\u007F', 'é', '日'];
const sequences = fc.sample(fc.array(fc.constantFrom(...harmless), { minLength: 8, maxLength: 20 }), { numRuns: 3, seed: 20_261_126 });

/** The screen once it has stood still, without what only the clock tells. */
async function endOf(args: readonly string[], shown: string, send: (session: PtySession) => Promise<void>): Promise<string> {
  const at = startProgram(home.home, args);
  sessions.push(at);
  await at.until(shown, 20_000);
  await send(at);
  const end = await screenAtRest(at, (screen) => screen.replaceAll(/\d+ ?(?:ms|s|m|h)\b/g, '…'));
  at.kill('SIGKILL');
  await at.exited;
  return end;
}

describe.skipIf(lacks('procfs'))('the same keys', () => {
  it.for([
    ['the set-up', ['onboard'], '1/6 Found', ''],
    ['the field for the key', ['onboard'], '1/6 Found', keys.enter + keys.enter],
    ['the dashboard', ['status'], 'anthropic:a', ''],
    ['managing a profile', ['status'], 'anthropic:a', 'm'],
    ['the cache editor', ['cache'], 'main', ''],
    ['the set-up in lines', ['onboard', '--accessible'], 'Answer (1 to 2', ''],
  ] as const)('in one write and one by one end on the same screen: %s', async ([what, args, shown, first], context) => {
    const count = new FaultCount(`random keys in one write and one by one: ${what}`);
    for (const sequence of sequences) {
      // An escape alone is one only when nothing follows it at once: in one write it would be the beginning of another key.
      const typed = sequence.map((key, index) => (key === keys.escape && index < sequence.length - 1 ? '\u001B[27u' : key));
      const [once, slowly] = await Promise.all([
        endOf(args, shown, async (at) => at.write(first + typed.join(''))),
        endOf(args, shown, async (at) => {
          at.write(first);
          for (const key of typed) {
            at.write(key);
            await new Promise((resolve) => setTimeout(resolve, 40));
          }
        }),
      ]);
      count.tries += typed.length;
      if (once !== slowly) count.lost(`${JSON.stringify(typed)}:\n${once}\n— one by one:\n${slowly}`);
    }
    expect(await home.textOf(home.storePath())).toBe(`${JSON.stringify(store, null, 2)}\n`);
    count.close(context);
  });
});
