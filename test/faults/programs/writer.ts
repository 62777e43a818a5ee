/**
 * The program's own way of writing, as a process: adds profiles to a store, one change each, planning anew after a conflict.
 * Prints OK after each one that it reports as saved, else the result. argv: FILE NAME VALUE [COUNT] [FIRST_MS NEXT_MS]
 */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { applyChange } from '../../../src/changes/apply.ts';
import type { ApplyResult, Change } from '../../../src/changes/change.ts';
import { changeFile } from '../../../src/changes/file-change.ts';
import { hashOf, readTarget, realTarget } from '../../../src/changes/target.ts';
import type { FileImage } from '../../../src/openclaw/snapshot.ts';
import { safeText } from '../../../src/terminal/safe-text.ts';
import { Secret } from '../../../src/terminal/secret.ts';

const [path = '', name = '', value = '', count = '1', firstMs = '1', nextMs = '1'] = process.argv.slice(2);
const settle = { firstMs: Number(firstMs), nextMs: Number(nextMs) };

/** Null while somebody writes in place: half a text does not parse. */
function plan(id: string): Change | null {
  const bytes = readTarget(realTarget(path));
  const image: FileImage | null = bytes === null ? null : { path, text: new Secret(bytes.toString('utf8')), sha256: hashOf(bytes) ?? '' };
  const result = changeFile(path, 'auth-store', image, [{ kind: 'set', path: ['profiles', id], value: { type: 'api_key', provider: 'anthropic', key: value } }]);
  return result.ok ? { title: safeText(id), files: [result.file] } : null;
}

async function add(id: string): Promise<ApplyResult> {
  for (let plans = 0; ; plans += 1) {
    const change = plan(id);
    if (change === null && plans < 1000) {
      await sleep(2);
      continue;
    }
    if (change === null) throw new Error(`no plan for ${readFileSync(path).length} bytes`);
    const result = await applyChange(change, { now: Date.now, waitMs: 60_000, configLock: false, settle });
    if (result.state !== 'conflict' || plans >= 1000) return result;
  }
}

for (let index = 0; index < Number(count); index += 1) {
  const result = await add(Number(count) === 1 ? name : `${name}-${index}`);
  const lost = result.files.some(({ overwritten }) => overwritten === 'lost');
  process.stdout.write(result.state === 'applied' && !lost ? 'OK\n' : `${JSON.stringify(result)}\n`);
}
