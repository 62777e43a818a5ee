import { stat } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anthropicHome, commentedConfig, type AnthropicHome } from '../support/anthropic-home.ts';
import { apiKey, setupToken } from '../support/homes.ts';
import { keys, startProgram } from '../support/program.ts';
import type { PtySession } from '../support/pty.ts';

const yearMs = 365 * 86_400_000;

let home: AnthropicHome;
let session: PtySession;

beforeEach(async () => {
  home = await anthropicHome();
});

afterEach(async () => {
  session.kill('SIGKILL');
  await session.exited;
  await home.dispose();
});

describe('an API key', () => {
  it('goes from the first screen to the files, key by key', async () => {
    session = startProgram(home.home);
    await session.until('1/6 Found');
    session.write(keys.enter);
    await session.until('Anthropic API key');
    session.write(keys.enter);
    await session.until('Paste your Anthropic API key');
    session.write(keys.paste(apiKey('k')));
    await session.until('API key sk-ant-api03-…kkAA, 108 characters');
    session.write(keys.enter);
    await session.until('Valid: Anthropic answered with this credential.');
    session.write(keys.enter);
    await session.until('anthropic:default');
    session.write(keys.enter);
    await session.until('Keep anthropic/claude-opus-4-6');
    session.write(keys.enter);
    await session.until('What will be written');
    expect(await home.textOf(home.storePath())).toBeNull();
    session.write(keys.enter);
    await session.until('1 of 1 agents now use the new credential.');
    session.write(keys.enter);
    await session.until(/anthropic:default +API key .*in use/);
    session.write(keys.escape);
    expect(await session.exited).toMatchObject({ exitCode: 0 });
    expect(session.bytes()).toContain('Saved anthropic:default.');
    await expectApiKeySaved();
  });

  it('ends in the same files when all keys come in one write', async () => {
    session = startProgram(home.home);
    await session.until('1/6 Found');
    const { enter } = keys;
    session.write(enter + enter + keys.paste(apiKey('k')) + enter + enter + enter + enter + enter + enter);
    await session.until(/anthropic:default +API key .*in use/);
    await expectApiKeySaved();
  });

  it('can be chosen as the default model’s credential together with a model that the live call listed', async () => {
    session = startProgram(home.home);
    await session.until('1/6 Found');
    const { enter, down } = keys;
    session.write(enter + enter + keys.paste(apiKey('k')) + enter + enter + enter + down + enter + enter);
    await session.until('Saved anthropic:default.');
    expect(await home.readConfig()).toMatchObject({ agents: { defaults: { model: { primary: 'anthropic/claude-sonnet-4-6' } } } });
  });
});

describe('a setup-token', () => {
  it('goes through the notice and how to get one, to the files', async () => {
    session = startProgram(home.home);
    await session.until('1/6 Found');
    session.write(keys.enter);
    await session.until('paste setup-token');
    session.write(keys.down + keys.enter);
    await session.until('Before you use a setup-token');
    session.write(keys.enter);
    await session.until('claude setup-token');
    session.write(keys.enter);
    await session.until('Paste your setup-token');
    session.write(keys.paste(setupToken('t')));
    await session.until('setup-token sk-ant-oat01-…ttAA, 108 characters');
    session.write(keys.enter);
    await session.until('Valid: Anthropic answered');
    expect(session.screen().join('\n')).toContain('plan, 5h');
    session.write(keys.enter + keys.enter);
    await session.until('(assumed)');
    session.write(keys.enter + keys.enter);
    await session.until('What will be written');
    session.write(keys.enter);
    await session.until('Saved anthropic:default.');
    await expectTokenSaved();
  });

  it('ends in the same files when all keys come in one write, and the notice is not shown a second time', async () => {
    session = startProgram(home.home);
    await session.until('1/6 Found');
    const { enter, down, controlC } = keys;
    session.write(enter + down + enter + enter + enter + keys.paste(setupToken('t')) + enter + enter + enter + enter + enter + enter);
    await session.until('Saved anthropic:default.');
    await expectTokenSaved();
    session.write(controlC);
    await session.exited;
    session = startProgram(home.home, ['onboard']);
    await session.until('1/6 Found');
    session.write(enter + down + enter);
    await session.until('Get a setup-token');
  });

  it('is taken out of the whole screen of claude setup-token, wrapped over two lines', async () => {
    const token = setupToken('t');
    const screen = `✓ Long-lived authentication token created successfully!\r\n\r\nYour OAuth token (valid for 1 year):\r\n\r\n${token.slice(0, 78)}\r\n${token.slice(78)}\r\n\r\nStore this token securely. You won't be able to see it again.\r\n\r\nUse this token by setting: export CLAUDE_CODE_OAUTH_TOKEN=<token>\r\n`;
    session = startProgram(home.home);
    await session.until('1/6 Found');
    session.write(keys.enter + keys.down + keys.enter + keys.enter + keys.enter);
    await session.until('Paste your setup-token');
    session.write(keys.paste(screen));
    await session.until('setup-token sk-ant-oat01-…ttAA, 108 characters');
    expect(session.screen().join('\n')).toMatch(/Taken out: .*line breaks/);
  });
});

describe('the other ways in', () => {
  it('an unbracketed paste with line breaks submits nothing by itself', async () => {
    const key = apiKey('u');
    session = startProgram(home.home);
    await session.until('1/6 Found');
    session.write(keys.enter + keys.enter);
    await session.until('Paste your Anthropic API key');
    session.write(`${key.slice(0, 60)}\r\n  ${key.slice(60)}\r\n`);
    await session.until('API key sk-ant-api03-…uuAA, 108 characters');
    expect(session.screen().join('\n')).toContain('2/6 Credential');
    expect(home.server.requests).toHaveLength(0);
  });

  it('a credential of the environment is checked and kept as a profile', async () => {
    session = startProgram(home.home, ['onboard'], { env: { ANTHROPIC_API_KEY: apiKey('e') } });
    await session.until('1/6 Found');
    session.write(keys.enter);
    await session.until('Use ANTHROPIC_API_KEY from the environment');
    session.write(`${keys.down}${keys.down}${keys.enter}`);
    await session.until('Valid: Anthropic answered');
    session.write(`${keys.enter}${keys.enter}${keys.enter}${keys.enter}`);
    await session.until('Saved anthropic:default.');
    expect(JSON.parse((await home.textOf(home.storePath())) ?? '')).toMatchObject({ profiles: { 'anthropic:default': { key: apiKey('e') } } });
  });

  it('--auth-choice begins after the question it answers', async () => {
    session = startProgram(home.home, ['onboard', '--auth-choice', 'apiKey']);
    await session.until('Paste your Anthropic API key');
    session.write(keys.escape);
    await session.until('How do you want to reach Claude?');
  });

  it('a credential for one agent alone leaves main’s store as it is', async () => {
    await home.dispose();
    home = await anthropicHome((url) => commentedConfig(url, "\n  agents: { list: [{ id: 'main' }, { id: 'alerts' }] },"));
    session = startProgram(home.home);
    await session.until('1/6 Found');
    session.write(keys.enter + keys.enter);
    await session.until('Which agents is it for?');
    session.write(keys.down + keys.enter);
    await session.until('Paste your');
    session.write(keys.paste(apiKey('k')) + keys.enter + keys.enter + keys.enter + keys.enter + keys.enter);
    await session.until('1 of 2 agents now use the new credential.');
    expect(await home.textOf(home.storePath())).toBeNull();
    expect(await home.textOf(home.storePath('alerts'))).toContain(apiKey('k'));
  });
});

async function expectApiKeySaved(): Promise<void> {
  expect(await home.textOf(home.storePath())).toBe(
    `${JSON.stringify({ version: 1, profiles: { 'anthropic:default': { type: 'api_key', provider: 'anthropic', key: apiKey('k') } } }, null, 2)}\n`,
  );
  expect((await stat(home.storePath())).mode & 0o777).toBe(0o600);
  await expectConfig('api_key');
}

async function expectTokenSaved(): Promise<void> {
  const store: unknown = JSON.parse((await home.textOf(home.storePath())) ?? '');
  expect(store).toEqual({
    version: 1,
    profiles: { 'anthropic:default': { type: 'token', provider: 'anthropic', token: setupToken('t'), expires: expect.any(Number) } },
  });
  const { expires } = Object(store).profiles['anthropic:default'];
  expect(Math.abs(expires - Date.now() - yearMs)).toBeLessThan(600_000);
  await expectConfig('token');
}

/** The profile is declared, and every byte that was there before is still there. */
async function expectConfig(mode: string): Promise<void> {
  expect(await home.readConfig()).toMatchObject({ auth: { profiles: { 'anthropic:default': { provider: 'anthropic', mode } } } });
  const text = (await home.textOf(home.configPath)) ?? '';
  for (const line of commentedConfig(home.server.url).split('\n')) expect(text).toContain(line);
}
