import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { chmod, chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apiKey } from '../support/homes.ts';
import { program } from '../support/program.ts';

const canMount = process.getuid?.() === 0 && spawnSync('unshare', ['-m', 'true']).status === 0;
if (!canMount) process.stderr.write('Skipped: full and read-only disks need root and mount namespaces.\n');

const nobody = 65_534;

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'clawdial-disk-'));
});

afterEach(() => rm(home, { recursive: true, force: true }));

const onboard = ['onboard', '--anthropic-api-key', '-', '--check', 'none'];

/** Runs the program in a mount namespace of its own. @param prepare shell lines that mount what the test is about */
function runWith(prepare: string, after = ''): SpawnSyncReturns<string> {
  const script = `set -e\n${prepare}\nset +e\n"$NODE" "$PROGRAM" ${onboard.join(' ')}\ncode=$?\n${after}\nexit $code`;
  const env = { HOME: home, PATH: '/usr/sbin:/usr/bin:/sbin:/bin', NODE: process.execPath, PROGRAM: program };
  return spawnSync('unshare', ['-m', 'sh', '-c', script], { encoding: 'utf8', input: apiKey('d'), env });
}

describe.skipIf(!canMount)('a disk that does not play along', () => {
  it('read-only: said before anything is asked of anyone, with the path', () => {
    const { status, stderr } = runWith('mkdir -p "$HOME/.openclaw"; mount -t tmpfs tmpfs "$HOME/.openclaw"; echo "{ /* mine */ }" > "$HOME/.openclaw/openclaw.json"; mount -o remount,ro "$HOME/.openclaw"');
    expect(status).toBe(1);
    expect(stderr).toMatch(/\.openclaw.*EROFS/);
  });

  it('full: nothing is changed, nothing is left behind, and the way on is named', () => {
    const prepare = 'mkdir -p "$HOME/.openclaw"; mount -t tmpfs -o size=64k tmpfs "$HOME/.openclaw"; echo "{ /* mine */ }" > "$HOME/.openclaw/openclaw.json"; head -c 200000 /dev/zero > "$HOME/.openclaw/filler" 2>/dev/null || true';
    const { status, stdout, stderr } = runWith(prepare, 'cat "$HOME/.openclaw/openclaw.json"; find "$HOME/.openclaw" -type f');
    expect(status).toBe(1);
    expect(stderr).toMatch(/ENOSPC|full|space/i);
    expect(stdout).toContain('{ /* mine */ }');
    expect(stdout.split('\n').filter((line) => line.startsWith(home)).toSorted()).toEqual(['filler', 'openclaw.json'].map((name) => join(home, '.openclaw', name)));
  });
});

describe.skipIf(process.getuid?.() !== 0)('a directory of someone else', () => {
  it('is not written, and the reason is said before anything is sent', async () => {
    const stateDir = join(home, '.openclaw');
    spawnSync('mkdir', [stateDir]);
    await writeFile(join(stateDir, 'openclaw.json'), '{ /* mine */ }');
    await chmod(stateDir, 0o555);
    await chmod(home, 0o755);
    await chown(home, nobody, nobody);
    const { status, stderr } = spawnSync('setpriv', [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', process.execPath, program, ...onboard], {
      encoding: 'utf8',
      input: apiKey('d'),
      env: { HOME: home, PATH: '/usr/bin:/bin' },
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/EACCES/);
    expect(await readFile(join(stateDir, 'openclaw.json'), 'utf8')).toBe('{ /* mine */ }');
  });
});
