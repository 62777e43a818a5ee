import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anthropicHome, type AnthropicHome } from '../support/anthropic-home.ts';
import { apiKey, setupToken } from '../support/homes.ts';
import { keys, startProgram } from '../support/program.ts';
import type { PtySession } from '../support/pty.ts';

let home: AnthropicHome;
let session: PtySession;

const config = (baseUrl: string): string => `{
  // ours
  meta: { lastTouchedVersion: '2026.2.24' },
  models: { providers: { anthropic: { baseUrl: '${baseUrl}', models: [] } } },
  agents: { list: [{ id: 'main', default: true }, { id: 'research' }] },
  auth: { profiles: { 'anthropic:busy': { provider: 'anthropic', mode: 'api_key' }, 'anthropic:work': { provider: 'anthropic', mode: 'api_key' } } },
  gateway: { port: 1 },
}
`;

const store = {
  version: 1,
  profiles: { 'anthropic:busy': { type: 'api_key', provider: 'anthropic', key: apiKey('b') }, 'anthropic:work': { type: 'api_key', provider: 'anthropic', key: apiKey('w') } },
  usageStats: { 'anthropic:busy': { errorCount: 1, cooldownUntil: Date.now() + 3_600_000, failureCounts: { rate_limit: 1 } } },
};
const storeText = `${JSON.stringify(store, null, 2)}\n`;

async function start(size: { readonly columns?: number; readonly rows?: number } = {}): Promise<PtySession> {
  session = startProgram(home.home, ['status'], size);
  await session.until('anthropic:busy');
  return session;
}

const texts = (): Promise<readonly (string | null)[]> => Promise.all([home.textOf(home.configPath), home.textOf(home.storePath())]);

beforeEach(async () => {
  home = await anthropicHome(config, { stores: { main: store } });
});

afterEach(async () => {
  session.kill('SIGKILL');
  await session.exited;
  await home.dispose();
});

describe('from the board', () => {
  it('a wait is ended after a check and a review, and taken back to the byte', async () => {
    const screen = await start();
    screen.write('m');
    await screen.until('What to do with anthropic:busy');
    screen.write(keys.enter);
    await screen.until('Valid: Anthropic answered');
    screen.write(keys.enter);
    await screen.until('main: anthropic:work → anthropic:busy');
    expect(await home.textOf(home.storePath())).toBe(storeText);
    screen.write(keys.enter);
    await screen.until('u takes it back');
    expect(JSON.parse((await home.textOf(home.storePath())) ?? '').usageStats).toEqual({ 'anthropic:busy': { errorCount: 0 } });
    screen.write('u');
    await screen.until('Taken back');
    expect(await home.textOf(home.storePath())).toBe(storeText);
  });

  it('a wait that the answer says nothing against stays', async () => {
    home.server.use('rate-limited');
    const screen = await start();
    screen.write(`m${keys.enter}`);
    await screen.until('Enter go on');
    screen.write(keys.enter);
    await screen.until('says nothing against that');
    expect(await home.textOf(home.storePath())).toBe(storeText);
    screen.write(`${keys.escape}${keys.escape}`);
    await screen.until('Enter details');
  });

  it('a new secret is pasted, checked, reviewed without being shown, and saved', async () => {
    const screen = await start();
    screen.write(`${keys.down}m`);
    await screen.until('What to do with anthropic:work');
    screen.write('1');
    await screen.until('New secret of anthropic:work');
    screen.write(`\u001B[200~${apiKey('n')}\u001B[201~`);
    await screen.until('sk-ant-api03-…nnAA');
    screen.write(keys.enter);
    await screen.until('Valid: Anthropic answered');
    screen.write(keys.enter);
    await screen.until('main: anthropic:work, with the new secret');
    screen.write(keys.enter);
    await screen.until('u takes it back');
    expect(await home.textOf(home.storePath())).toBe(storeText.replace(apiKey('w'), apiKey('n')));
    expect(screen.bytes()).not.toContain('nnnnnnnn');
  });

  it('a new secret that Anthropic rejects is saved only when that is asked for', async () => {
    home.server.use('invalid-api-key');
    const screen = await start();
    screen.write(`${keys.down}m1`);
    await screen.until('New secret of anthropic:work');
    screen.write(`\u001B[200~${apiKey('n')}\u001B[201~${keys.enter}`);
    await screen.until('s save anyway');
    screen.write(keys.enter);
    await screen.until('New secret of anthropic:work');
    expect(await home.textOf(home.storePath())).toBe(storeText);
    screen.write(`\u001B[200~${apiKey('n')}\u001B[201~${keys.enter}`);
    await screen.until('s save anyway');
    screen.write('s');
    await screen.until('main: anthropic:work, with the new secret');
    screen.write(keys.enter);
    await screen.until('u takes it back');
    expect(await home.textOf(home.storePath())).toBe(storeText.replace(apiKey('w'), apiKey('n')));
  });

  it('a new setup-token is asked how long it lasts', async () => {
    const token = { type: 'token', provider: 'anthropic', token: setupToken('o') };
    await home.write('.openclaw/agents/main/agent/auth-profiles.json', { ...store, profiles: { 'anthropic:plan': token } });
    await home.write('.openclaw/openclaw.json', config(home.server.url).replace(/auth: .*\n/u, ''));
    session = startProgram(home.home, ['status']);
    await session.until('anthropic:plan');
    session.write('m');
    await session.until('What to do with anthropic:plan');
    session.write('1');
    await session.until('New secret of anthropic:plan');
    session.write(`\u001B[200~${setupToken('n')}\u001B[201~${keys.enter}`);
    await session.until('Valid: Anthropic answered');
    session.write(keys.enter);
    await session.until('Ends after');
    session.write(`soon${keys.enter}`);
    await session.until('Write a length of time');
    session.write(`${'\u007F'.repeat(4)}30d${keys.enter}`);
    await session.until('Give anthropic:plan a new secret');
    session.write(keys.enter);
    await session.until('u takes it back');
    const { expires } = JSON.parse((await home.textOf(home.storePath())) ?? '').profiles['anthropic:plan'];
    expect(Math.abs(expires - Date.now() - 30 * 86_400_000)).toBeLessThan(600_000);
  });

  it('a profile is renamed, in the config with its comments too, and removed', async () => {
    const before = await texts();
    const screen = await start();
    screen.write(`${keys.down}m`);
    await screen.until('What to do with anthropic:work');
    await screen.until('Rename');
    screen.write(`${keys.up}${keys.up}${keys.enter}`);
    await screen.until('New name');
    screen.write('-2');
    await screen.until('anthropic:work-2');
    screen.write(keys.enter);
    await screen.until('Rename anthropic:work to anthropic:work-2');
    screen.write(keys.enter);
    await screen.until('u takes it back');
    expect(await texts()).toEqual(before.map((text) => text?.replaceAll('anthropic:work', 'anthropic:work-2')));
    screen.write('m');
    await screen.until('What to do with anthropic:work-2');
    screen.write(`${keys.up}${keys.enter}`);
    await screen.until('main: anthropic:work-2 → nothing until');
    screen.write(keys.enter);
    await screen.until('Done: Remove anthropic:work-2');
    screen.write('uu');
    await screen.until('Taken back: Rename');
    expect(await texts()).toEqual(before);
  });

  it('ends in the same files when all keys come in one write, and fits a small window', async () => {
    const screen = await start({ columns: 44, rows: 16 });
    screen.write(`m${keys.enter}${keys.enter}${keys.enter}`);
    await screen.until('Done: End the wait');
    expect(JSON.parse((await home.textOf(home.storePath())) ?? '').usageStats).toEqual({ 'anthropic:busy': { errorCount: 0 } });
  });

  it('Esc leads back, step by step, without writing', async () => {
    const screen = await start({ columns: 120, rows: 40 });
    screen.write(`${keys.down}m`);
    await screen.until('What to do with anthropic:work');
    screen.write(`${keys.up}${keys.enter}`);
    await screen.until('Remove anthropic:work');
    screen.write(keys.escape);
    await screen.until('What to do with anthropic:work');
    screen.write(keys.escape);
    await screen.until('Enter details');
    expect(await home.textOf(home.storePath())).toBe(storeText);
  });
});
