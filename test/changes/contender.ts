/** A second clawdial, as a process: adds `count` profiles to a store, one change each, planning anew after a conflict. */
import { applyChange } from '../../src/changes/apply.ts';
import type { Change } from '../../src/changes/change.ts';
import { changeFile } from '../../src/changes/file-change.ts';
import { hashOf, readTarget } from '../../src/changes/target.ts';
import { safeText } from '../../src/terminal/safe-text.ts';
import { Secret } from '../../src/terminal/secret.ts';

export function planProfile(path: string, id: string): Change {
  const bytes = readTarget(path);
  const image = bytes === null ? null : { path, text: new Secret(bytes.toString('utf8')), sha256: hashOf(bytes) ?? '' };
  const plan = changeFile(path, 'auth-store', image, [{ kind: 'set', path: ['profiles', id], value: { type: 'api_key', provider: 'anthropic', key: id } }]);
  if (!plan.ok) {
    throw new Error(plan.reason);
  }
  return { title: safeText(id), files: [plan.file] };
}

const [path, name, count] = process.argv.slice(2);
if (import.meta.main && path !== undefined) {
  for (let index = 0; index < Number(count); index += 1) {
    let state = '';
    while (state !== 'applied') {
      const result = await applyChange(planProfile(path, `${name}-${index}`), { now: Date.now, waitMs: 60_000, configLock: false, settle: { firstMs: 1, nextMs: 1 } });
      state = result.state;
      if (state === 'failed' || state === 'locked') {
        throw new Error(JSON.stringify(result));
      }
    }
  }
}
