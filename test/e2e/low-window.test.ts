import { afterEach, describe, expect, it } from 'vitest';
import { anthropicHome, type AnthropicHome } from '../support/anthropic-home.ts';
import { setupToken } from '../support/homes.ts';
import { keys, startProgram } from '../support/program.ts';
import type { PtySession } from '../support/pty.ts';

let home: AnthropicHome | null = null;
let session: PtySession | null = null;

afterEach(async () => {
  session?.kill('SIGKILL');
  await session?.exited;
  await home?.dispose();
  session = null;
  home = null;
});

const low = { columns: 44, rows: 16 } as const;

describe.each(['en', 'nl'])('a window of 44x16 in %s', (language) => {
  it('keeps the end of a hint within reach', async () => {
    home = await anthropicHome();
    session = startProgram(home.home, ['--lang', language], low);
    await session.until('1/6');
    session.write(`${keys.enter}${keys.down}${keys.enter}${keys.enter}${keys.enter}${keys.paste(setupToken('t'))}${keys.enter}`);
    await session.until('req_made_up');
    session.write(`${keys.enter}${keys.enter}`);
    await session.until('› 365d');
    session.write('\u001B[6~');
    await session.until(language === 'nl' ? 'token zegt het niet' : 'does not tell');
    expect(session.screen().join('\n')).toContain('365d');
  });

  it('shows several agents of the cache editor, and what the last save came to', async () => {
    home = await anthropicHome((baseUrl) => ({
      meta: { lastTouchedVersion: '2026.3.13' },
      models: { providers: { anthropic: { baseUrl, models: [] } } },
      agents: { defaults: { models: { 'anthropic/claude-opus-4-6': { params: { cacheRetention: 'long' } } } }, list: [{ id: 'main' }, { id: 'alerts' }, { id: 'night' }] },
    }));
    session = startProgram(home.home, ['cache', '--lang', language], low);
    const lines = await session.until('night');
    expect(lines.join('\n')).toMatch(/main[^]*alerts[^]*night/);
    session.write(keys.enter);
    await session.until('inherit');
    session.write(`${keys.down}${keys.enter}`);
    // The review is longer than the window; what matters of it comes first.
    await session.until(/→ none/);
    session.write(keys.enter);
    await session.until(language === 'nl' ? 'Bewaard.' : 'Saved.');
  });
});
