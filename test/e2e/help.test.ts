import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anthropicHome, type AnthropicHome } from '../support/anthropic-home.ts';
import { apiKey } from '../support/homes.ts';
import { keys, startProgram } from '../support/program.ts';
import type { PtySession } from '../support/pty.ts';

let home: AnthropicHome;
let session: PtySession | null = null;

beforeEach(async () => {
  home = await anthropicHome();
});

afterEach(async () => {
  session?.kill('SIGKILL');
  await session?.exited;
  session = null;
  await home.dispose();
});

describe('? in the set-up', () => {
  it('tells the keys of the screen, and leaves the screen as it was', async () => {
    session = startProgram(home.home);
    await session.until('1/6 Found');
    session.write(`?`);
    await session.until('read all files again');
    session.write(`${keys.enter}${keys.enter}`);
    await session.until('Anthropic API key');
    // The second answer is highlighted before the help opens, and still is when it is closed.
    session.write(`${keys.down}?`);
    await session.until('take the highlighted answer');
    session.write(`${keys.down}${keys.escape}`);
    await session.until(/› Anthropic token/);
    session.write(keys.enter);
    await session.until('Before you use a setup-token');
  });

  it('is a character where a secret is being typed, and none where a name is', async () => {
    session = startProgram(home.home);
    await session.until('1/6 Found');
    session.write(`${keys.enter}${keys.enter}`);
    await session.until('Paste your Anthropic API key');
    session.write('?');
    await session.until('empty the field');
    session.write(`?a?`);
    await session.until('2 characters');
    session.write(`${keys.controlU}${keys.paste(apiKey('k'))}${keys.enter}`);
    await session.until('Valid: Anthropic answered');
    session.write(`${keys.enter}?`);
    await session.until('take what stands in the field, and go on');
    session.write(`${keys.escape}-x`);
    await session.until('anthropic:default-x');
  });
});

describe('? in the cache editor', () => {
  it.each([[44, 16], [80, 24]])('tells every key at %ix%i', async (columns, rows) => {
    session = startProgram(home.home, ['cache'], { columns, rows });
    await session.until('Prompt cache');
    session.write('?');
    await session.until('Keys');
    session.write('q');
    await session.until('Effective');
    session.write('q');
    expect(await session.exited).toMatchObject({ exitCode: 0 });
  });
});
