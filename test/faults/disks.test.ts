import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyResultWords } from '../../src/words/changes.ts';
import { FaultCount } from './support/fault-row.ts';
import { inMounts } from './support/in-mounts.ts';
import { lacks } from './support/needs.ts';

let directory = '';

beforeEach(() => {
  directory = realpathSync(mkdtempSync(join(tmpdir(), 'clawdial-disk-')));
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** What the store and its directory hold before and after; the save in between must fail and change neither. */
const around = `
  mkdir -m 700 d
  BEFORE
  printf '{"version":1,"profiles":{}}' > d/auth-profiles.json; chmod 600 d/auth-profiles.json
  SETUP
  ls -A d > before; cat d/auth-profiles.json >> before
  RUN "$NODE" "$WRITER" "$DIR/d/auth-profiles.json" anthropic:new "$(printf 'v%.0s' $(seq SIZE))" > said 2>&1 || true
  ls -A d > after; cat d/auth-profiles.json >> after
  UNDO
  cmp before after >&2 && cat said
`;

interface Disk {
  /** Before the store is there. */
  readonly before?: string;
  readonly setup?: string;
  readonly run?: string;
  readonly size?: number;
  /** What must be taken back by hand; mounts go by themselves. */
  readonly undo?: string;
}

function save({ before = '', setup = '', run = '', size = 10, undo = '' }: Disk): ReturnType<typeof inMounts> {
  const script = around.replace('BEFORE', before).replace('SETUP', setup).replace('RUN', run).replace('SIZE', String(size)).replace('UNDO', undo);
  return inMounts(directory, script);
}

const ext4 = (options: string): string => `truncate -s 2M disk.img; mkfs.ext4 -q -F ${options} disk.img; mount -o loop disk.img d; chmod 700 d`;

const disks: readonly (readonly [what: string, code: string, disk: Disk])[] = [
  ['a full disk', 'ENOSPC', { before: 'mount -t tmpfs -o size=16k,mode=700 tmpfs d', setup: 'head -c 8192 /dev/zero > d/filler', size: 9000 }],
  ['no inode left', 'ENOSPC', { before: ext4('-N 16'), setup: 'i=0; while touch d/filler$i; do i=$((i+1)); done 2>/dev/null || true' }],
  ['a disk that became read-only', 'EROFS', { setup: 'mount --bind d d; mount -o remount,ro,bind d' }],
  ['an immutable store', 'EPERM', { setup: 'chattr +i d/auth-profiles.json', undo: 'chattr -i d/auth-profiles.json' }],
  ['a store mounted by itself', 'EBUSY', { setup: 'mount --bind d/auth-profiles.json d/auth-profiles.json' }],
  ['a directory of another user', 'ENOTOWNER', { setup: 'chmod 777 d .; chmod 644 d/auth-profiles.json', run: 'setpriv --reuid 65534 --regid 65534 --clear-groups' }],
  ['a directory without the right to write', 'EACCES', { setup: 'chown 65534:65534 d d/auth-profiles.json; chmod 500 d; chmod 755 .', run: 'setpriv --reuid 65534 --regid 65534 --clear-groups' }],
  ['a limit on the size of files', 'EFBIG', { run: 'ulimit -f 4;', size: 9000 }],
];

describe.skipIf(lacks('mounts', 'ext4', 'immutable'))('a disk that does not take it', () => {
  it('changes nothing, leaves nothing beside it, and is named in a sentence', (context) => {
    const count = new FaultCount(`a disk that does not take it: ${disks.length} kinds (full, no inodes, read-only, immutable, mounted by itself, other owner, no right, file size limit)`);
    for (const [what, code, disk] of disks) {
      rmSync(join(directory, 'd'), { recursive: true, force: true });
      const { status, output } = save(disk);
      count.tries += 1;
      const said = output.trim().split('\n').at(-1) ?? '';
      if (status !== 0) count.lost(`${what}: something changed: ${output}`);
      else if (!said.includes(`"code":"${code}"`)) count.lost(`${what}: ${output}`);
      else expect(applyResultWords(JSON.parse(said)).title, what).toMatch(new RegExp(`^\\S+ was not saved: (?!the system says).* Nothing was changed\\.$`, 'u'));
    }
    count.close(context);
  });
});
