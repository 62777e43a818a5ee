/** One change of one file in a process of its own: argv is the file, then the bytes to write or `preflight`, then a user id to become. */
import { applyChange } from '../../src/changes/apply.ts';
import { writability } from '../../src/changes/preflight.ts';
import { hashOf, readTarget } from '../../src/changes/target.ts';
import { safeText } from '../../src/terminal/safe-text.ts';
import { Secret } from '../../src/terminal/secret.ts';

const [path = '', size = '', user] = process.argv.slice(2);
if (user !== undefined) {
  process.setgid?.(Number(user));
  process.setuid?.(Number(user));
}
if (size === 'preflight') {
  const [first] = await writability([path]);
  process.stdout.write(JSON.stringify({ state: first === undefined ? 'writable' : 'unwritable', ...first }));
} else {
  const after = new Secret(`{"new": "${'x'.repeat(Number(size))}"}\n`);
  const file = { path, kind: 'auth-store', expected: hashOf(user === undefined ? readTarget(path) : null), after, changes: true, diff: [] } as const;
  const result = await applyChange({ title: safeText('test'), files: [file] }, { now: Date.now, waitMs: 100, configLock: false, settle: { firstMs: 1, nextMs: 1 } });
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
