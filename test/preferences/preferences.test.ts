import { mkdtemp, readFile, readdir, rm, stat, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noticeVersion, openPreferences } from '../../src/preferences/preferences.ts';

let directory: string;
const before = process.env['XDG_CONFIG_HOME'];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'clawdial-preferences-'));
  process.env['XDG_CONFIG_HOME'] = directory;
});

afterEach(async () => {
  if (before === undefined) delete process.env['XDG_CONFIG_HOME'];
  else process.env['XDG_CONFIG_HOME'] = before;
  await rm(directory, { recursive: true, force: true });
});

const file = (): string => join(directory, 'clawdial', 'config.json');

describe.skipIf(process.platform !== 'linux')('preferences', () => {
  it('remember the notice, in a file that only the user reads', async () => {
    expect(openPreferences(process.env).read()).toEqual({});
    expect(openPreferences(process.env).rememberNotice()).toBe(true);
    expect(openPreferences(process.env).read()).toEqual({ noticeAcknowledged: noticeVersion });
    expect((await stat(file())).mode & 0o777).toBe(0o600);
  });

  it('that cannot be parsed count as none', async () => {
    await mkdir(join(directory, 'clawdial'));
    await writeFile(file(), '{ torn');
    expect(openPreferences(process.env).read()).toEqual({});
    expect(await readdir(join(directory, 'clawdial'))).toContain('config.json');
    expect(await readFile(file(), 'utf8')).not.toBe('');
  });

  it('of another shape count as none', async () => {
    await mkdir(join(directory, 'clawdial'));
    await writeFile(file(), '{ "noticeAcknowledged": 7 }');
    expect(openPreferences(process.env).read()).toEqual({});
  });

  it('that can be kept nowhere are no reason not to start', () => {
    process.env['XDG_CONFIG_HOME'] = '/proc/none';
    const preferences = openPreferences(process.env);
    expect(preferences.read()).toEqual({});
    expect(preferences.rememberNotice()).toBe(false);
  });
});
