import { readFile, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anthropicHome, type AnthropicHome } from '../support/anthropic-home.ts';
import { apiKey, setupToken } from '../support/homes.ts';
import { keys, runProgram, startProgram } from '../support/program.ts';
import { quickest } from '../support/quickest.ts';
import type { PtySession } from '../support/pty.ts';

let home: AnthropicHome;
let session: PtySession | null = null;

const config = (baseUrl: string): object => ({
  meta: { lastTouchedVersion: '2026.2.24' },
  models: { providers: { anthropic: { baseUrl, models: [] } } },
  agents: { list: [{ id: 'main', default: true }, { id: 'research' }] },
  auth: { profiles: { 'anthropic:busy': { provider: 'anthropic', mode: 'api_key' }, 'anthropic:work': { provider: 'anthropic', mode: 'api_key' } } },
  gateway: { port: 1 },
});

/** A work key, and one that waits. @param cooldownUntil epoch ms */
function store(cooldownUntil: number): object {
  return {
    version: 1,
    profiles: {
      'anthropic:busy': { type: 'api_key', provider: 'anthropic', key: apiKey('b') },
      'anthropic:work': { type: 'api_key', provider: 'anthropic', key: apiKey('w') },
    },
    usageStats: {
      'anthropic:busy': { errorCount: 1, cooldownUntil, lastFailureAt: Date.now(), failureCounts: { rate_limit: 1 } },
      'anthropic:work': { lastUsed: Date.now() - 60_000 },
    },
  };
}

async function startWith(cooldownUntil: number, size: { readonly columns?: number; readonly rows?: number } = {}): Promise<PtySession> {
  home = await anthropicHome(config, { stores: { main: store(cooldownUntil) } });
  session = startProgram(home.home, ['status'], size);
  await session.until('anthropic:busy');
  return session;
}

const inAnHour = (): number => Date.now() + 3_600_000;

beforeEach(() => {
  session = null;
});

afterEach(async () => {
  session?.kill('SIGKILL');
  await session?.exited;
  await home.dispose();
});

describe('what opens', () => {
  it('is the dashboard when the default agent has a credential, and the set-up when it has none', async () => {
    home = await anthropicHome(config, { stores: { main: store(inAnHour()) } });
    session = startProgram(home.home);
    await session.until('Next anthropic:busy back in');
    session.write('q');
    expect(await session.exited).toMatchObject({ exitCode: 0 });
    await home.dispose();
    home = await anthropicHome(config);
    session = startProgram(home.home);
    await session.until('1/6 Found');
  });

  it('says what to run instead where there is no terminal', async () => {
    home = await anthropicHome(config);
    const { exitCode, stdout, stderr } = await runProgram(home.home, ['status']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('clawdial models status');
  });
});

describe('the clock', () => {
  it('counts a cooldown down, and the credential is in use when it is over', async () => {
    const screen = await startWith(inAnHour());
    await writeFile(home.storePath(), JSON.stringify(store(Date.now() + 4200)));
    const seconds = (lines: readonly string[]): number => Number(/anthropic:busy\s.*cooldown 0:0(\d)/.exec(lines.join('\n'))?.[1] ?? 0);
    const first = seconds(await screen.untilScreen((lines) => seconds(lines) > 1, 'a few seconds to wait'));
    await screen.untilScreen((lines) => seconds(lines) > 0 && seconds(lines) < first, 'fewer seconds');
    await screen.until(/✓ anthropic:busy\s.*in use/);
    await screen.until('nothing is waiting, nothing ends');
  });
});

describe('the files', () => {
  it('show at once when someone edits them by hand', async () => {
    const screen = await startWith(inAnHour());
    const path = home.storePath();
    screen.write(`${keys.down}`);
    await screen.until('sk-ant-api03-…wwAA');
    const letters = ['w', 'x', 'y', 'z', 'u', 'v', 's'];
    const edited = async (nth: number): Promise<number> => {
      const [from = '', to = ''] = letters.slice(nth);
      await writeFile(path, (await readFile(path, 'utf8')).replaceAll(apiKey(from), apiKey(to)).replaceAll('"lastUsed"', '"lastSeen"'));
      const started = performance.now();
      await screen.until(`sk-ant-api03-…${to}${to}AA`);
      return performance.now() - started;
    };
    expect(await quickest(1000, edited)).toBeLessThan(1000);
  });

  it('bring a new agent and its own store', async () => {
    const screen = await startWith(inAnHour());
    const text = await readFile(home.configPath, 'utf8');
    await writeFile(home.configPath, text.replace('"id": "research"', '"id": "night"'));
    await screen.until('night');
    await home.write('.openclaw/agents/night/agent/auth-profiles.json', {
      version: 1,
      profiles: { 'anthropic:night': { type: 'token', provider: 'anthropic', token: setupToken('n') } },
    });
    await screen.until('anthropic:night (night)');
  });

  it('keep their last good content on the screen when they become unreadable, and it says so', async () => {
    const screen = await startWith(inAnHour());
    const path = home.storePath();
    const good = await readFile(path, 'utf8');
    await writeFile(path, good.slice(0, 40));
    const lines = (await screen.until('Unreadable, shown as it was: agents/main/agent/auth-profiles.json')).join('\n');
    expect(lines).toContain('anthropic:work');
    await writeFile(path, good);
    await screen.until('Next anthropic:busy back in');
  });
});

describe('the keys', () => {
  it('filter, sort, explain and show details', async () => {
    const screen = await startWith(inAnHour());
    screen.write('/work');
    await screen.until('Filter: work');
    await screen.untilScreen((lines) => !lines.join('\n').includes('cooldown'), 'the waiting profile is filtered out');
    screen.write(keys.enter);
    await screen.until('“work” 1/2');
    screen.write(keys.escape);
    await screen.until('cooldown');
    screen.write('s');
    await screen.until('by name');
    screen.write('?');
    await screen.until('sort the profiles by');
    screen.write(keys.escape);
    await screen.until('by name');
    screen.write(keys.enter);
    await screen.until('It asked too much of Anthropic');
    await screen.until('would make it wait');
    screen.write(keys.escape + keys.tab + keys.enter);
    await screen.until('Tried in this order');
  });

  it('end in the same state when they come in one write', async () => {
    const screen = await startWith(inAnHour());
    screen.write(`ss/work${keys.enter}${keys.tab}${keys.tab}${keys.enter}`);
    await screen.until(/✓ anthropic:work\n In use; nothing to do\./);
  });

  it('leave with the terminal as it was', async () => {
    const screen = await startWith(inAnHour());
    screen.write(keys.escape);
    expect(await screen.exited).toEqual({ exitCode: 0, signal: 0 });
    expect(screen.terminal.buffer.active.type).toBe('normal');
  });
});

describe('the live check', () => {
  it('asks Anthropic with the selected credential and remembers the verdict', async () => {
    const screen = await startWith(inAnHour());
    screen.write(`t`);
    await screen.until('Valid: Anthropic answered with this credential.');
    expect(home.server.requests.length).toBeGreaterThan(0);
    screen.write(keys.enter);
    await screen.until(/anthropic:busy .*valid/);
  });

  it('says what Anthropic refused, and can be asked again', async () => {
    const screen = await startWith(inAnHour());
    home.server.use('invalid-api-key');
    screen.write('t');
    await screen.until('Rejected: Anthropic does not accept this credential.');
    home.server.use('normal');
    screen.write('t');
    await screen.until('Valid: Anthropic answered with this credential.');
  });

  it('asks before a secret goes to a host that is not Anthropic’s', async () => {
    home = await anthropicHome(() => config('https://proxy.example.invalid'), { stores: { main: store(inAnHour()) } });
    session = startProgram(home.home, ['status']);
    await session.until('anthropic:busy');
    session.write('t');
    await session.until('Send the credential to this address?');
    session.write(keys.enter);
    await session.until('Next anthropic:busy');
  });
});

describe('the wizard', () => {
  it('opens on the same screen, saves, and comes back to the new credential', async () => {
    const screen = await startWith(inAnHour());
    screen.write('a');
    await screen.until('1/6 Found');
    screen.write(keys.enter + keys.enter);
    await screen.until('Which agents is it for?');
    screen.write(keys.enter);
    await screen.until('Paste your Anthropic API key');
    screen.write(keys.paste(apiKey('n')) + keys.enter);
    await screen.until('Valid: Anthropic answered');
    screen.write(keys.enter + keys.enter + keys.enter + keys.enter);
    await screen.until('Saved anthropic:default.');
    screen.write(keys.escape);
    await screen.until('Next anthropic:busy back in');
    await screen.until('anthropic:default');
  });

  it('gets the keys that were typed ahead, and Esc comes back', async () => {
    const screen = await startWith(inAnHour());
    screen.write(`a${keys.enter}${keys.down}`);
    await screen.until('How do you want to reach Claude?');
    screen.write(keys.escape);
    await screen.until('1/6 Found');
    screen.write(keys.escape);
    await screen.until('Next anthropic:busy');
    screen.write('q');
    expect(await screen.exited).toMatchObject({ exitCode: 0 });
  });
});

describe('the cache editor', () => {
  it('opens with c, changes one model, takes it back byte for byte, and leads back', async () => {
    const screen = await startWith(inAnHour());
    const before = await home.textOf(home.configPath);
    screen.write(`c${keys.down}b`);
    await screen.until('Cache retention of anthropic/claude-opus-4-6');
    screen.write(`${keys.down}${keys.enter}`);
    await screen.until('What will be written');
    expect(await home.textOf(home.configPath)).toBe(before);
    screen.write(keys.enter);
    await screen.until('u takes it back');
    expect(await home.textOf(home.configPath)).not.toBe(before);
    screen.write('u');
    await screen.until('Taken back');
    expect(await home.textOf(home.configPath)).toBe(before);
    screen.write(keys.escape);
    await screen.until('Next anthropic:busy');
  });
});

describe('the screen', () => {
  it('fits every size that it is given', async () => {
    const screen = await startWith(inAnHour());
    for (const [columns, rows] of [[44, 16], [120, 40], [250, 70], [80, 24]] as const) {
      screen.resize(columns, rows);
      await screen.untilScreen((lines) => lines.length === rows && (lines.at(-1) ?? '').startsWith(' Enter details') && lines.some((text) => text.includes('anthropic:work')), `${columns}x${rows}`);
    }
  });

  it('gives the terminal back when the program is ended by a signal', async () => {
    const screen = await startWith(inAnHour());
    screen.kill('SIGTERM');
    expect(await screen.exited).toMatchObject({ signal: 15 });
    expect(screen.terminal.buffer.active.type).toBe('normal');
    expect(screen.bytes()).toContain('\u001B[?25h');
  });
});
