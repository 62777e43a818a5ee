import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAgentDatabase, writeStateDatabase, type StoreContent } from '../support/databases.ts';
import { apiKey, makeHome, setupToken, type TestHome } from '../support/homes.ts';
import { keys, runProgram, startProgram } from '../support/program.ts';
import type { PtySession } from '../support/pty.ts';

let home: TestHome;
let session: PtySession | null = null;
let gateway: DatabaseSync | null = null;

const config = {
  agents: {
    ownership: 'explicit',
    defaults: { model: { primary: 'anthropic/claude-opus-5' }, systemAgent: { agentId: 'main' } },
    entries: { main: {}, quick: { model: 'anthropic/claude-sonnet-5' }, alerts: {} },
  },
  gateway: { port: 1 },
  meta: { lastTouchedVersion: '2026.9.6' },
};

const shared: StoreContent = {
  profiles: {
    'anthropic:team': { type: 'api_key', provider: 'anthropic', key: apiKey('t'), displayName: 'The team’s key' },
    'anthropic:plan': { type: 'token', provider: 'anthropic', token: setupToken('p') },
  },
  order: { anthropic: ['anthropic:plan', 'anthropic:team'] },
};

beforeEach(async () => {
  home = await makeHome({ config });
  await writeStateDatabase(home.stateDir, shared);
  await writeAgentDatabase(join(home.stateDir, 'agents/alerts/agent'), { profiles: { 'anthropic:alerts': { type: 'api_key', provider: 'anthropic', key: apiKey('z') } } });
});

afterEach(async () => {
  session?.kill('SIGKILL');
  await session?.exited;
  gateway?.close();
  [session, gateway] = [null, null];
  await home.dispose();
});

const databasePath = (): string => join(home.stateDir, 'state', 'openclaw.sqlite');

function start(args: readonly string[] = ['status']): PtySession {
  session = startProgram(home.home, args, { columns: 100, rows: 30 });
  return session;
}

/** What a gateway does when a turn fails: it commits to its log. */
function commitState(usageStats: object): void {
  gateway ??= new DatabaseSync(databasePath());
  gateway.exec('PRAGMA journal_mode = wal');
  gateway.prepare("INSERT OR REPLACE INTO config_machine_state VALUES ('authProfiles.state', ?, 0)").run(JSON.stringify({ version: 1, order: { anthropic: ['anthropic:plan', 'anthropic:team'] }, usageStats }));
}

describe('the dashboard of a shared database', () => {
  it('shows every profile where it lies, and who uses it', async () => {
    const screen = start();
    await screen.until(/✓ anthropic:plan +setup-token +in use +2/);
    await screen.until(/✓ anthropic:alerts \(alerts\) +API key +in use +1/);
    await screen.until(/alerts +anthropic:alerts +API, by use/);
  });

  it('follows a commit that stands in the log alone, and says for which model a profile waits', async () => {
    const screen = start();
    await screen.until(/main \(default\) +anthropic:plan/);
    commitState({ 'anthropic:plan': { cooldownUntil: Date.now() + 3_600_000, cooldownReason: 'rate_limit', cooldownModel: 'claude-opus-5', errorCount: 1, failureCounts: { rate_limit: 1 }, lastFailureAt: Date.now() } });
    await screen.until(/main \(default\) +anthropic:team/);
    await screen.until(/quick +anthropic:plan/);
    await screen.until('Only claude-opus-5 waits;');
    screen.write(keys.enter);
    await screen.until(/One model +claude-opus-5 waits .* \(rate limit\); all other models/);
  });

  it('keeps the last good content when the database is held or goes away, and leaves nothing beside it', async () => {
    const screen = start();
    await screen.until(/✓ anthropic:plan/);
    await rename(databasePath(), `${databasePath()}.away`);
    await screen.until(/no credential|not stored|Read again/);
    await rename(`${databasePath()}.away`, databasePath());
    await screen.until(/main \(default\) +anthropic:plan/);
    expect(await readdir(join(home.stateDir, 'state'))).toEqual(['openclaw.sqlite']);
  });

  it('an old store file beside an agent’s empty database blocks it on the screen, with the command', async () => {
    const screen = start();
    await screen.until(/quick +anthropic:plan/);
    await home.write('.openclaw/agents/quick/agent/auth-profiles.json', { version: 1, profiles: { 'anthropic:old': { type: 'api_key', provider: 'anthropic', key: apiKey('o') } } });
    await screen.until(/quick +blocked/);
    const { exitCode, stdout } = await runProgram(home.home, ['models', 'status', '--agent', 'quick', '--check']);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('openclaw doctor --fix');
  });
});

it('no command warns about SQLite on stderr, or leaves anything beside a database', async () => {
  for (const args of [['models', 'status'], ['explain', 'alerts'], ['cache', 'list'], ['models', 'status', '--json']]) {
    expect(await runProgram(home.home, args)).toMatchObject({ exitCode: 0, stderr: '' });
  }
  expect(await readdir(join(home.stateDir, 'state'))).toEqual(['openclaw.sqlite']);
  expect(await readdir(join(home.stateDir, 'agents/alerts/agent'))).toEqual(['openclaw-agent.sqlite']);
});
