import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, stat, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { preferencesPlace } from '../../src/preferences/place.ts';
import { noticeVersion, openPreferences } from '../../src/preferences/preferences.ts';
import { readPreferences } from '../../src/preferences/read-preferences.ts';

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
    expect(await openPreferences(process.env).rememberNotice()).toBe(true);
    expect(openPreferences(process.env).read()).toEqual({ noticeAcknowledged: noticeVersion });
    expect((await stat(file())).mode & 0o777).toBe(0o600);
  });

  it('that cannot be parsed are set aside, byte for byte, and said so once', async () => {
    await mkdir(join(directory, 'clawdial'));
    await writeFile(file(), '{ torn');
    const reading = readPreferences(preferencesPlace(process.env));
    expect(reading).toMatchObject({ preferences: {}, corrupt: { file: file() } });
    const aside = reading.corrupt?.aside ?? '';
    expect(await readFile(aside, 'utf8')).toBe('{ torn');
    expect(await readdir(join(directory, 'clawdial'))).toEqual([basename(aside)]);
    expect(readPreferences(preferencesPlace(process.env))).toMatchObject({ preferences: {}, corrupt: null });
    expect(await openPreferences(process.env).set({ theme: 'light' })).toBe(true);
    expect(openPreferences(process.env).read()).toEqual({ theme: 'light' });
  });

  it('that a pipe stands in for are not waited for', async () => {
    await mkdir(join(directory, 'clawdial'));
    spawnSync('mkfifo', [file()]);
    expect(readPreferences(preferencesPlace(process.env))).toMatchObject({ preferences: {}, corrupt: null });
  });

  it('keep what they do not know, and forget what is taken away', async () => {
    await mkdir(join(directory, 'clawdial'));
    await writeFile(file(), '{ "language": "nl", "ofLater": [1], "accessible": true }');
    const preferences = openPreferences(process.env);
    expect(await preferences.unset('accessible')).toBe(true);
    expect(preferences.read()).toEqual({ language: 'nl' });
    expect(JSON.parse(await readFile(file(), 'utf8'))).toEqual({ language: 'nl', ofLater: [1] });
  });

  it('of another shape count as none', async () => {
    await mkdir(join(directory, 'clawdial'));
    await writeFile(file(), '{ "noticeAcknowledged": 7 }');
    expect(openPreferences(process.env).read()).toEqual({});
  });

  it('that can be kept nowhere are no reason not to start', async () => {
    process.env['XDG_CONFIG_HOME'] = '/proc/none';
    const preferences = openPreferences(process.env);
    expect(preferences.read()).toEqual({});
    expect(await preferences.rememberNotice()).toBe(false);
  });
});
