import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DiskLook } from '../../src/openclaw/disk-look.ts';
import { canTrace } from '../support/can-trace.ts';

const isTraced = canTrace('what a look asks of the disk is counted');

const isRoot = process.getuid?.() === 0;
if (isRoot) process.stderr.write('Skipped: root may look everywhere.\n');

let root: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'clawdial-look-')));
});

afterEach(() => {
  chmodSync(root, 0o700);
  rmSync(root, { recursive: true, force: true });
});

const print = (...paths: readonly string[]): string => new DiskLook().fingerprint(paths.map((path) => join(root, path)));
const directories = (...paths: readonly string[]): readonly string[] => [...new DiskLook().directoriesOf(paths.map((path) => join(root, path))).keys()];

describe('the directories that tell of files', () => {
  it('are the nearest that exist, also above the file that a link leads to', () => {
    mkdirSync(join(root, 'agents/main'), { recursive: true });
    mkdirSync(join(root, 'elsewhere'));
    writeFileSync(join(root, 'elsewhere/store'), '');
    symlinkSync(join(root, 'elsewhere/store'), join(root, 'agents/main/store'));
    symlinkSync(join(root, 'nowhere'), join(root, 'agents/dangling'));
    expect(directories('agents/main/store', 'agents/other/agent/store', 'agents/dangling/store')).toEqual([join(root, 'agents/main'), join(root, 'elsewhere'), join(root, 'agents')]);
  });

  it('are none that are files', () => {
    writeFileSync(join(root, 'agents'), '');
    expect(directories('agents/main/store')).toEqual([root]);
  });
});

describe('the print of files', () => {
  it('is another one when a file comes, changes, goes, or its directory does', () => {
    const prints = [print('agents/main/store')];
    const after = (change: () => void): void => {
      change();
      prints.push(print('agents/main/store'));
    };
    after(() => {
      mkdirSync(join(root, 'agents/main'), { recursive: true });
      writeFileSync(join(root, 'agents/main/store'), '');
    });
    after(() => writeFileSync(join(root, 'agents/main/store'), 'more'));
    after(() => chmodSync(join(root, 'agents/main/store'), 0o600));
    after(() => rmSync(join(root, 'agents'), { recursive: true }));
    expect(new Set(prints).size).toBe(4);
    expect(prints[4]).toBe(prints[0]);
  });

  it.skipIf(isRoot)('tells what may not be looked at from what is not there', () => {
    mkdirSync(join(root, 'agents'));
    const before = print('agents/main/store');
    chmodSync(join(root, 'agents'), 0);
    const locked = print('agents/main/store');
    chmodSync(join(root, 'agents'), 0o700);
    expect(locked).not.toBe(before);
  });
});

describe.skipIf(!isTraced)('what a look asks of the disk', () => {
  it('is one question for each agent that keeps nothing of its own, however many files it could have', () => {
    mkdirSync(join(root, 'agents'));
    const module = fileURLToPath(new URL('../../src/openclaw/disk-look.ts', import.meta.url));
    const program = `
      import { DiskLook } from ${JSON.stringify(module)};
      const paths = Array.from({ length: 2000 }, (_, index) => ${JSON.stringify(root)} + '/agents/agent-' + (index >> 1) + '/agent/' + (index % 2 ? 'auth.json' : 'auth-profiles.json'));
      const look = new DiskLook();
      look.directoriesOf(paths);
      look.fingerprint(paths);`;
    const log = join(root, 'trace');
    const { status, stderr } = spawnSync('strace', ['-f', '-o', log, '-e', 'trace=%%stat', process.execPath, '--experimental-strip-types', '--no-warnings', '--input-type=module', '-e', program], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    const asked = readFileSync(log, 'utf8').split('\n').filter((line) => line.includes(`"${root}`));
    expect(asked.length).toBeGreaterThanOrEqual(1000);
    expect(asked.length).toBeLessThanOrEqual(1010);
  });
});
