import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { writeStateDatabase } from '../support/databases.ts';
import { apiKey, makeHome, setupToken, threeAgentsHome, type HomeContent, type TestHome } from '../support/homes.ts';
import { runProgram } from '../support/program.ts';
import { sharedHome, sharedPresent } from '../support/shared.ts';

const opus = 'anthropic/claude-opus-4-6';
let home: TestHome | null = null;

afterEach(async () => {
  await home?.dispose();
  home = null;
});

async function made(content: HomeContent): Promise<TestHome> {
  home = await makeHome(content);
  return home;
}

describe('clawdial explain', () => {
  it('prints one route for an agent, and a list of all without one', async () => {
    const { home: path } = await made(threeAgentsHome);
    const one = await runProgram(path, ['explain', 'alerts', '--json']);
    expect(one).toMatchObject({ exitCode: 0, stderr: '' });
    expect(JSON.parse(one.stdout)).toMatchObject({ agent: 'alerts', openclawVersion: '2026.2.24', auth: 'x-api-key', cacheRetention: 'short', cacheTtl: '5m', error: null });
    const all = await runProgram(path, ['explain', '--json']);
    expect(JSON.parse(all.stdout)).toMatchObject([{ agent: 'main' }, { agent: 'research', model: 'anthropic/claude-sonnet-4-6' }, { agent: 'alerts' }]);
  });

  it('takes an agent’s id in any form, and names the agents for one that is not there', async () => {
    const { home: path } = await made(threeAgentsHome);
    expect((await runProgram(path, ['explain', ' Alerts '])).stdout).toContain('Agent alerts, OpenClaw 2026.2.24');
    const unknown = await runProgram(path, ['explain', 'nobody', '--json']);
    expect(unknown).toMatchObject({ exitCode: 2, stdout: '' });
    expect(unknown.stderr).toContain('There is no agent nobody here. Agents: main, research, alerts.');
  });

  it('says why nothing is sent, as an answer', async () => {
    const { home: path } = await made({ config: { agents: { defaults: { model: opus }, list: [{ id: 'main', params: { cacheRetention: 'none' } }] } } });
    const refused = await runProgram(path, ['explain', 'main', '--json', '--openclaw-version', '2026.2.24']);
    expect(refused.exitCode).toBe(0);
    expect(JSON.parse(refused.stdout)).toMatchObject({ auth: null, betas: [], cacheRetention: null, error: { code: 'config-refused' } });
    expect(refused.stdout).toContain('agents.list[0].params');
    expect(refused.stdout).toContain('2026.3.13 accepts it');
    const empty = await runProgram(path, ['explain', 'main', '--json', '--openclaw-version', '2026.3.13']);
    expect(JSON.parse(empty.stdout)).toMatchObject({ error: { code: 'no-credential' } });
  });

  it('names what is broken in the config, for any agent', async () => {
    const { home: path } = await made({ config: '{ agents: [ }' });
    const finished = await runProgram(path, ['explain', 'alerts']);
    expect(finished).toMatchObject({ exitCode: 1, stdout: '' });
    expect(finished.stderr).toContain('is not valid JSON5');
    expect((await runProgram(path, ['explain'])).stdout).toContain('Nothing is sent now');
  });

  it('looks at the environment: a token there, and the cache variable', async () => {
    const { home: path } = await made({ config: { agents: { defaults: { model: opus } } }, files: { '.openclaw/.env': 'PI_CACHE_RETENTION=long\n' } });
    const finished = await runProgram(path, ['explain', 'main', '--json'], null, { ANTHROPIC_OAUTH_TOKEN: setupToken('e') });
    expect(JSON.parse(finished.stdout)).toMatchObject({ auth: 'bearer', source: 'env: ANTHROPIC_OAUTH_TOKEN', profileId: null, cacheRetention: 'long', cacheTtl: '1h' });
    expect(finished.stdout).not.toContain(setupToken('e'));
  });

  it('changes no byte and shows no secret', async () => {
    const { home: path, stateDir } = await made(threeAgentsHome);
    const before = await readFile(join(stateDir, 'openclaw.json'), 'utf8');
    const finished = await runProgram(path, ['explain']);
    expect(finished.stdout).not.toContain(apiKey('a'));
    expect(await readFile(join(stateDir, 'openclaw.json'), 'utf8')).toBe(before);
  });

  it.skipIf(!sharedPresent)('of a home of 2026.9.6 it names the credential in the database', async () => {
    const shared = await sharedHome('2026.9.6-three-agents');
    try {
      const finished = await runProgram(shared.home, ['explain', 'alerts', '--json']);
      expect(finished.exitCode).toBe(0);
      expect(JSON.parse(finished.stdout)).toMatchObject({ agent: 'alerts', openclawVersion: '2026.9.6', cacheRetention: 'short', cacheTtl: '5m', error: null });
      expect(JSON.parse(finished.stdout)).toMatchObject({ auth: 'x-api-key', profileId: 'anthropic:alerts' });
    } finally {
      await shared.dispose();
    }
  });

  it('while a database is held, it shows the cache, and no credential is made up', async () => {
    const { home: path, stateDir } = await made({ config: { agents: { defaults: { model: opus } }, meta: { lastTouchedVersion: '2026.9.6' } } });
    const holder = new DatabaseSync(await writeStateDatabase(stateDir, { profiles: {} }, { journal: 'delete' }));
    try {
      holder.exec('BEGIN EXCLUSIVE');
      const finished = await runProgram(path, ['explain', 'main', '--json'], null, { ANTHROPIC_API_KEY: apiKey('e') });
      expect(JSON.parse(finished.stdout)).toMatchObject({ auth: null, source: null, betas: [], cacheRetention: 'short', error: null });
      expect(finished.stdout).toContain('"store-not-read"');
    } finally {
      holder.close();
    }
  });
});
