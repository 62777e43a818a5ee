import { setTimeout as sleep } from 'node:timers/promises';
import { applyChange } from '../../../src/changes/apply.ts';
import type { ApplyResult, Change } from '../../../src/changes/change.ts';
import { changeFile } from '../../../src/changes/file-change.ts';
import type { SettleTimes } from '../../../src/changes/settle.ts';
import { hashOf, readTarget, realTarget } from '../../../src/changes/target.ts';
import type { FileImage } from '../../../src/openclaw/snapshot.ts';
import { safeText } from '../../../src/terminal/safe-text.ts';
import { Secret } from '../../../src/terminal/secret.ts';

export interface NewProfile {
  readonly path: string;
  readonly id: string;
  readonly key: string;
}

export interface Patience {
  readonly settle?: SettleTimes;
  /** For the locks of others, ms. */
  readonly waitMs?: number;
}

const mostPlans = 1000;

/** The program's own way of writing: adds a profile to a store, planning anew after a conflict. */
export async function addProfile(profile: NewProfile, { settle = { firstMs: 1, nextMs: 1 }, waitMs = 60_000 }: Patience = {}): Promise<ApplyResult> {
  for (let plans = 0; ; plans += 1) {
    const change = plan(profile);
    if (change === null && plans < mostPlans) {
      await sleep(2);
      continue;
    }
    if (change === null) throw new Error(`no plan for ${profile.path}`);
    const result = await applyChange(change, { now: Date.now, waitMs, configLock: false, settle });
    if (result.state !== 'conflict' || plans >= mostPlans) return result;
  }
}

/** `OK` for what the program would report as saved, else the whole result. */
export function saidOf(result: ApplyResult): string {
  const lost = result.files.some(({ overwritten }) => overwritten === 'lost');
  return result.state === 'applied' && !lost ? 'OK' : JSON.stringify(result);
}

/** Null while somebody writes in place: half a text does not parse. */
function plan({ path, id, key }: NewProfile): Change | null {
  const bytes = readTarget(realTarget(path));
  const image: FileImage | null = bytes === null ? null : { path, text: new Secret(bytes.toString('utf8')), sha256: hashOf(bytes) ?? '' };
  const result = changeFile(path, 'auth-store', image, [{ kind: 'set', path: ['profiles', id], value: { type: 'api_key', provider: 'anthropic', key } }]);
  return result.ok ? { title: safeText(id), files: [result.file] } : null;
}
