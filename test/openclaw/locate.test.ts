import { chmod, symlink } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Installation, InstallationFlags } from '../../src/openclaw/installation.ts';
import { localFiles } from '../../src/openclaw/local-files.ts';
import { locateInstallation } from '../../src/openclaw/locate.ts';
import { writeAgentDatabase, writeStateDatabase } from '../support/databases.ts';
import { makeHome, type TestHome } from '../support/homes.ts';

let home: TestHome;
beforeEach(async () => {
  home = await makeHome();
});
afterEach(() => home.dispose());

async function locate(variables: Record<string, string> = {}, flags: InstallationFlags = {}): Promise<Installation> {
  const located = await locateInstallation(flags, home.host(variables), localFiles);
  if (!located.ok) throw new Error(located.usage.kind);
  return located.installation;
}

/** Paths relative to the home, with who decided them. */
async function places(variables: Record<string, string> = {}, flags: InstallationFlags = {}): Promise<unknown> {
  const { stateDir, config } = await locate(variables, flags);
  const relative = (path: string): string => path.replace(`${home.home}/`, '');
  return [relative(stateDir.path), stateDir.origin.by, relative(config.path), config.origin.by];
}

describe('state dir and config', () => {
  test('nothing at all: the default places, not there, assumed 2026.2.24', async () => {
    expect(await places()).toEqual(['.openclaw', 'default', '.openclaw/openclaw.json', 'default']);
    const found = await locate();
    expect(found).toMatchObject({ present: false, program: null, layout: 'single-file', versionOrigin: { by: 'assumed' } });
    expect(found.version.text).toBe('2026.2.24');
    expect(found.layoutReason.because).toBe('assumed');
  });

  test.each(['.clawdbot', '.moldbot', '.moltbot'])('an older state dir %s counts while there is no .openclaw', async (name) => {
    await home.write(`${name}/clawdbot.json`, '{}');
    expect(await places()).toEqual([name, 'legacy', `${name}/clawdbot.json`, 'legacy']);
    await home.write('.openclaw/openclaw.json', '{}');
    expect(await places()).toEqual(['.openclaw', 'default', '.openclaw/openclaw.json', 'default']);
  });

  test('an older config name counts inside .openclaw, after the current one', async () => {
    await home.write('.openclaw/moltbot.json', '{}');
    expect(await places()).toEqual(['.openclaw', 'default', '.openclaw/moltbot.json', 'legacy']);
    await home.write('.openclaw/openclaw.json', '{}');
    expect(await places()).toEqual(['.openclaw', 'default', '.openclaw/openclaw.json', 'default']);
  });

  test('OPENCLAW_STATE_DIR without a config inside still uses the config of ~/.openclaw', async () => {
    await home.write('.openclaw/openclaw.json', '{}');
    await home.write('other/.keep', '');
    expect(await places({ OPENCLAW_STATE_DIR: '~/other' })).toEqual(['other', 'variable', '.openclaw/openclaw.json', 'default']);
    await home.write('other/openclaw.json', '{}');
    expect(await places({ OPENCLAW_STATE_DIR: '~/other' })).toEqual(['other', 'variable', 'other/openclaw.json', 'variable']);
  });

  test('with no config anywhere, the one to be written lies in the state dir', async () => {
    expect(await places({ OPENCLAW_STATE_DIR: '~/other' })).toEqual(['other', 'variable', 'other/openclaw.json', 'variable']);
  });

  test('the older variables count after the current ones; a blank one is not set', async () => {
    const older = { CLAWDBOT_STATE_DIR: '~/older', CLAWDBOT_CONFIG_PATH: '~/older.json' };
    expect(await places({ ...older, OPENCLAW_STATE_DIR: '  ' })).toEqual(['older', 'variable', 'older.json', 'variable']);
    expect(await places({ ...older, OPENCLAW_STATE_DIR: '~/new', OPENCLAW_CONFIG_PATH: 'c.json' })).toEqual([
      'new',
      'variable',
      'c.json',
      'variable',
    ]);
  });

  test('flags beat variables and profile', async () => {
    const variables = { OPENCLAW_STATE_DIR: '~/v', OPENCLAW_CONFIG_PATH: '~/v.json' };
    expect(await places(variables, { stateDir: '~/f', config: 'f.json', profile: 'work' })).toEqual(['f', 'flag', 'f.json', 'flag']);
    expect(await places(variables, { stateDir: '~/f' })).toEqual(['f', 'flag', 'v.json', 'variable']);
  });

  test('OPENCLAW_HOME moves everything, and ~ with it', async () => {
    const found = await locate({ OPENCLAW_HOME: '~/moved', OPENCLAW_AGENT_DIR: '~/agent' });
    expect(found.home).toBe(join(home.home, 'moved'));
    expect(found.stateDir.path).toBe(join(home.home, 'moved/.openclaw'));
    expect(found.mainAgentDir.path).toBe(join(home.home, 'moved/agent'));
  });

  test('the home is HOME, then USERPROFILE, then the system one', async () => {
    const host = home.host();
    const homeOf = async (variables: Record<string, string>): Promise<string> => {
      const located = await locateInstallation({}, { ...host, variables, homeDirectory: '/system' }, localFiles);
      return located.ok ? located.installation.home : '';
    };
    expect(await homeOf({ HOME: '/a', USERPROFILE: '/b' })).toBe('/a');
    expect(await homeOf({ USERPROFILE: '/b' })).toBe('/b');
    expect(await homeOf({})).toBe('/system');
  });
});

describe('--profile and --dev', () => {
  test.each([
    [{ profile: 'work' }, '.openclaw-work'],
    [{ profile: 'default' }, '.openclaw'],
    [{ dev: true }, '.openclaw-dev'],
  ])('%j uses its own state dir and config, also when ~/.openclaw has one', async (flags, name) => {
    await home.write('.openclaw/openclaw.json', '{}');
    expect(await places({}, flags)).toEqual([name, 'flag', `${name}/openclaw.json`, 'flag']);
  });

  test('a variable that is set keeps its part, as with openclaw', async () => {
    expect(await places({ OPENCLAW_STATE_DIR: '~/v' }, { profile: 'work' })).toEqual(['v', 'variable', 'v/openclaw.json', 'flag']);
    expect(await places({ OPENCLAW_CONFIG_PATH: '~/v.json' }, { profile: 'work' })).toEqual(['.openclaw-work', 'flag', 'v.json', 'variable']);
  });

  test.each([
    [{ profile: '' }, { kind: 'profile-without-name' }],
    [{ profile: '../x' }, { kind: 'profile-name', value: '../x' }],
    [{ profile: '-x' }, { kind: 'profile-name', value: '-x' }],
    [{ profile: 'a'.repeat(65) }, { kind: 'profile-name', value: 'a'.repeat(65) }],
    [{ profile: 'work', dev: true }, { kind: 'profile-and-dev' }],
    [{ openclawVersion: 'latest' }, { kind: 'version', by: 'flag', value: 'latest' }],
  ])('%j is a usage error', async (flags, usage) => {
    expect(await locateInstallation(flags, home.host(), localFiles)).toEqual({ ok: false, usage });
  });
});

test('the main agent dir: OPENCLAW_AGENT_DIR, PI_CODING_AGENT_DIR, agents/main/agent', async () => {
  const dirs = { OPENCLAW_AGENT_DIR: '~/one', PI_CODING_AGENT_DIR: '~/two' };
  expect((await locate(dirs)).mainAgentDir).toMatchObject({ path: join(home.home, 'one'), origin: { by: 'variable', variable: 'OPENCLAW_AGENT_DIR' } });
  expect((await locate({ ...dirs, OPENCLAW_AGENT_DIR: '' })).mainAgentDir.path).toBe(join(home.home, 'two'));
  expect((await locate()).mainAgentDir).toMatchObject({ path: join(home.stateDir, 'agents/main/agent'), exists: false });
});

describe('version', () => {
  async function installProgram(version: string): Promise<Record<string, string>> {
    await home.write('lib/openclaw/package.json', { name: 'openclaw', version });
    await home.write('lib/openclaw/dist/package.json', { name: 'inner', version: '1.0.0' });
    // It would leave a mark if it were run.
    const program = await home.write('lib/openclaw/dist/openclaw.mjs', `#!/bin/sh\ntouch ${home.home}/was-run\n`);
    await chmod(program, 0o755);
    await home.write('bin/.keep', '');
    await symlink(program, join(home.home, 'bin/openclaw'));
    return { PATH: ['relative', join(home.home, 'empty'), join(home.home, 'bin')].join(delimiter) };
  }

  test('is read from the package above the program on PATH, which is not run', async () => {
    await home.write('.openclaw/openclaw.json', { meta: { lastTouchedVersion: '2026.1.5' } });
    const found = await locate(await installProgram('2026.2.26-beta.1'));
    expect(found.version).toEqual({ text: '2026.2.26-beta.1', year: 2026, month: 2, patch: 26 });
    expect(found.versionOrigin).toEqual({ by: 'program', path: join(home.home, 'lib/openclaw/package.json') });
    expect(found.program).toBe(join(home.home, 'bin/openclaw'));
    expect(found.present).toBe(true);
    expect(await localFiles.exists(join(home.home, 'was-run'))).toBe(false);
  });

  test('flag, variable, program, config, files: the first that tells it', async () => {
    const path = await installProgram('2026.3.13');
    const all = { ...path, CLAWDIAL_OPENCLAW_VERSION: 'v2026.4.2' };
    await home.write('.openclaw/openclaw.json', '// a comment\n{ meta: { lastTouchedVersion: "2026.3.1", }, }');
    await home.write('.openclaw/agents/main/agent/auth-profiles.json', { profiles: {} });
    const version = async (variables: Record<string, string>, flags: InstallationFlags = {}): Promise<string[]> => {
      const found = await locate(variables, flags);
      return [found.version.text, found.versionOrigin.by];
    };
    expect(await version(all, { openclawVersion: '2026.2.1' })).toEqual(['2026.2.1', 'flag']);
    expect(await version(all)).toEqual(['2026.4.2', 'variable']);
    expect(await version(path)).toEqual(['2026.3.13', 'program']);
    expect(await version({})).toEqual(['2026.3.1', 'config']);
    await home.write('.openclaw/openclaw.json', '{ broken');
    expect(await version({})).toEqual(['2026.2.24', 'files']);
  });

  test('a variable that is no version is a usage error', async () => {
    const located = await locateInstallation({}, home.host({ CLAWDIAL_OPENCLAW_VERSION: 'new' }), localFiles);
    expect(located).toEqual({ ok: false, usage: { kind: 'version', by: 'variable', value: 'new' } });
  });
});

describe('a version that the databases tell', () => {
  const wrote = (version: string): Promise<string> => home.write('.openclaw/openclaw.json', { meta: { lastTouchedVersion: version } });

  test('counts when the config tells none', async () => {
    await home.write('.openclaw/openclaw.json', {});
    const path = await writeStateDatabase(home.stateDir, null, { openclaw: '2026.9.6' });
    expect(await locate()).toMatchObject({ version: { text: '2026.9.6' }, versionOrigin: { by: 'database', path }, layout: 'shared-database' });
    await wrote('2026.8.2');
    expect(await locate()).toMatchObject({ version: { text: '2026.8.2' }, versionOrigin: { by: 'config' } });
  });

  test('never beats a version that a person forces; a database that is none tells nothing', async () => {
    await wrote('2026.8.1');
    await home.write('.openclaw/state/openclaw.sqlite', 'not a database');
    expect(await locate()).toMatchObject({ version: { text: '2026.8.1' }, versionOrigin: { by: 'config' }, layout: 'shared-database' });
    await writeAgentDatabase(join(home.stateDir, 'agents/main/agent'), null, { openclaw: '2026.9.6' });
    await home.write('.openclaw/openclaw.json', {});
    expect((await locate()).version.text).toBe('2026.9.6');
    expect((await locate({}, { openclawVersion: '2026.8.2' })).version.text).toBe('2026.8.2');
  });
});
