import { spawnSync } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apiKey, makeHome, type TestHome } from '../support/homes.ts';
import { program, runProgram } from '../support/program.ts';

let home: TestHome;

beforeEach(async () => {
  home = await makeHome({
    config: {
      meta: { lastTouchedVersion: '2026.3.13' },
      agents: { defaults: { model: 'anthropic/claude-opus-4-6' }, list: [{ id: 'main' }, { id: 'alerts' }] },
      auth: { profiles: { 'anthropic:work': { provider: 'anthropic', mode: 'api_key' }, 'anthropic:$(touch evil)': { provider: 'anthropic', mode: 'api_key' } } },
    },
    stores: { main: { version: 1, profiles: { 'anthropic:default': { type: 'api_key', provider: 'anthropic', key: apiKey('k') } } } },
  });
});

afterEach(() => home.dispose());

async function answers(...words: readonly string[]): Promise<readonly string[]> {
  const { stdout, exitCode } = await runProgram(home.home, ['complete', '--', ...words]);
  expect(exitCode).toBe(0);
  return stdout.split('\n').filter((line) => line !== '' && !line.startsWith(':')).map((line) => line.split('\t')[0] ?? '');
}

describe('clawdial complete', () => {
  it.each([
    [['ca'], ['cache']],
    [['cache', 'set', ''], ['main', 'alerts']],
    [['cache', 'set', 'alerts', ''], ['none', 'short', 'long']],
    [['cache', 'baseline', 'anthropic/claude-opus-4-6', 'i'], ['inherit']],
    [['cache', 'baseline', 'anthropic/claude-opus-4-6', ''], ['none', 'short', 'long', 'inherit']],
    [['models', 'status', '--probe-profile', ''], ['anthropic:default', 'anthropic:work']],
    [['onboard', '--agent', 'al'], ['alerts']],
    [['onboard', '--check', ''], ['none', 'models', 'message']],
    [['status', '--st'], ['--state-dir']],
    [['complete', ''], ['bash', 'zsh', 'fish', 'powershell']],
  ])('%j', async (words, expected) => {
    expect(await answers(...words)).toEqual(expected);
  });

  it('asks the installation that the line means already, and none where it cannot be read', async () => {
    const other = await home.write('other.json', { agents: { list: [{ id: 'main' }, { id: 'elsewhere' }] } });
    expect(await answers('cache', 'set', '--config', other, '')).toEqual(['main', 'elsewhere']);
    await writeFile(join(home.stateDir, 'openclaw.json'), '{ broken');
    expect(await answers('explain', '')).not.toContain('alerts');
  });

  it('refuses a shell that it does not know, and says which one may be meant', async () => {
    expect(await runProgram(home.home, ['complete', 'bahs'])).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('Did you mean bash?') });
  });
});

/** Runs a script in a shell that finds clawdial on its PATH. */
async function inShell(shell: string, args: readonly string[], script: string): Promise<string> {
  const bin = join(home.home, 'bin');
  await mkdir(bin, { recursive: true });
  await writeFile(join(bin, 'clawdial'), `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
  await chmod(join(bin, 'clawdial'), 0o755);
  const { stdout, stderr } = spawnSync(shell, [...args, script], { encoding: 'utf8', cwd: home.home, env: { HOME: home.home, PATH: `${bin}:/usr/bin:/bin`, LANG: 'C.UTF-8' } });
  expect(stderr).toBe('');
  return stdout;
}

const hasShell = (name: string): boolean => ['/bin', '/usr/bin', '/usr/local/bin'].some((place) => existsSync(join(place, name)));

describe('in a shell', () => {
  it('bash completes names with a colon, and evaluates nothing of the line', async () => {
    const ask = `try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_WORDBREAKS=$' \\t\\n"\\'><=;|&(:'; COMPREPLY=(); _clawdial; echo "\${COMPREPLY[*]}"; }`;
    const lines = [
      'source <(clawdial complete bash)',
      ask,
      'try clawdial cache set al',
      "try clawdial models status --probe-profile anthropic : ''",
      'try clawdial models status --probe-profile anthropic',
      "try clawdial explain '$(touch evil)'",
    ];
    expect(await inShell('/bin/bash', ['--norc', '-c'], lines.join('\n'))).toBe('alerts\ndefault work\nanthropic:default anthropic:work\n\n');
    expect(existsSync(join(home.home, 'evil'))).toBe(false);
  });

  it.skipIf(!hasShell('fish'))('fish completes agents (skipped without fish)', async () => {
    expect(await inShell('fish', ['--no-config', '-c'], 'clawdial complete fish | source; complete -C "clawdial cache set al"')).toBe('alerts\n');
  });

  it.skipIf(!hasShell('zsh'))('zsh takes the script (skipped without zsh)', async () => {
    expect(await inShell('zsh', ['-f', '-c'], 'autoload -Uz compinit; compinit -u -D; source <(clawdial complete zsh); print $_comps[clawdial]')).toBe('_clawdial\n');
  });
});
