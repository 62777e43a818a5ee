import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'vitest';
import { FaultCount } from './support/fault-row.ts';
import { inMounts } from './support/in-mounts.ts';
import { lacks } from './support/needs.ts';

const oldText = '{\n  "version": 1,\n  "profiles": {\n    "anthropic:old": { "type": "api_key", "provider": "anthropic", "key": "old" }\n  }\n}\n';
let directory = '';

beforeEach(() => {
  directory = realpathSync(mkdtempSync(join(tmpdir(), 'clawdial-power-')));
  writeFileSync(join(directory, 'base'), oldText);
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

/**
 * A disk whose journal keeps the order of names but not of contents (noauto_da_alloc), a save, then another program's sync,
 * which makes the names durable; then the disk as it is at that moment, its journal replayed: what a power cut leaves.
 */
const cut = `
  mkdir -p disks; mount -t tmpfs tmpfs disks; cd disks; mkdir m m2
  truncate -s 16M disk.img; mkfs.ext4 -q -F disk.img
  mount -o loop,noauto_da_alloc,commit=600 disk.img m
  mkdir -m 700 m/d; test "$BEGIN" = none || install -m 600 ../base m/d/auth-profiles.json; sync -f m/d
  if test -n "$INJECT"; then strace -qq -o trace -e "inject=$INJECT" "$NODE" "$WRITER" m/d/auth-profiles.json anthropic:new v > ../said || true
  else "$NODE" "$WRITER" m/d/auth-profiles.json anthropic:new v > ../said; fi
  "$NODE" -e 'const fs=require("fs");const fd=fs.openSync("m/d/other","w");fs.writeSync(fd,"x");fs.fsyncSync(fd)'
  cp --sparse=always disk.img snap.img
  mount -o loop snap.img m2
  cp m2/d/auth-profiles.json ../after 2>/dev/null || rm -f ../after
  timeout 20 "$NODE" "$WRITER" m2/d/auth-profiles.json anthropic:next v > ../next || echo "no end within 20 s" > ../next
  ls -A m2/d > ../names
`;

interface AfterCut {
  readonly said: string;
  readonly text: string | null;
  readonly next: string;
  readonly names: readonly string[];
}

function powerCut(begin: 'old' | 'none', inject: string): AfterCut {
  const run = inMounts(directory, cut, { BEGIN: begin, INJECT: inject });
  if (run.status !== 0) throw new Error(run.output);
  const read = (name: string): string => readFileSync(join(directory, name), 'utf8');
  let text: string | null = null;
  try {
    text = read('after');
  } catch {
    // No store came through the cut.
  }
  return { said: read('said'), text, next: read('next'), names: read('names').trim().split('\n') };
}

function stateOf(text: string | null, begin: 'old' | 'none'): 'old' | 'new' | 'torn' {
  if (text === (begin === 'old' ? oldText : null)) return 'old';
  try {
    return JSON.parse(text ?? '').profiles['anthropic:new'].key === 'v' ? 'new' : 'torn';
  } catch {
    return 'torn';
  }
}

function judge(count: FaultCount, begin: 'old' | 'none', inject: string): boolean {
  const { said, text, next, names } = powerCut(begin, inject);
  const where = `${begin} store, ${inject === '' ? 'after the save' : inject}: ${JSON.stringify(text)}`;
  const state = stateOf(text, begin);
  count.tries += 1;
  if (state === 'torn') count.torn(where);
  if (said === 'OK\n' && state !== 'new') count.lost(where);
  if (next !== 'OK\n') count.lost(`the next run does not work: ${where}: ${next}`);
  for (const name of names) {
    if (!/^(?:other|auth-profiles\.json(?:\.clawdial-backup-.*)?)$/.test(name)) count.leaked(`${name}, ${where}`);
  }
  return said === 'OK\n';
}

describe.skipIf(lacks('ext4', 'strace'))('the power is cut', () => {
  it.for(['old', 'none'] as const)('after a save was reported, and at every sync and rename before (%s store)', (begin, context) => {
    const count = new FaultCount(`power cut, ext4 (${begin === 'old' ? 'a store that is there' : 'a store that is not there yet'})`);
    judge(count, begin, '');
    for (const call of ['fsync', 'rename', 'link', 'unlink']) {
      for (let nth = 1; count.isClean && !judge(count, begin, `${call}:signal=KILL:when=${nth}`); nth += 1);
    }
    count.close(context);
  });
});
