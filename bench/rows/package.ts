import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { program } from '../programs.ts';
import type { PlannedRow, RowResult } from '../row.ts';
import { kilobytes, megabytes } from './results.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What is downloaded and what lies on disk. */
export const packageRows: readonly PlannedRow[] = [
  { id: 'bundle', what: 'bundle without the chunks of the SDK', target: '≤ 600 kB', measure: bundleResult },
  { id: 'package', what: 'npm pack', target: '≤ 1 MB, no package installs a script', measure: packResult },
];

function bundleResult(): RowResult {
  const dist = dirname(program);
  const sizes = new Map(readdirSync(dist).map((name) => [name, statSync(join(dist, name)).size]));
  const of = (name: string): number => sizes.get(name) ?? Number.NaN;
  const own = [...sizes.values()].reduce((total, bytes) => total + bytes, 0) - of('sdk.js');
  return {
    state: 'measured',
    measured: `${megabytes(own)} (of which plain commands read the door and ${kilobytes(of('plain.js'))}; the SDK ${megabytes(of('sdk.js'))})`,
    met: own <= 600_000,
    numbers: { ownBytes: own, sdkBytes: of('sdk.js'), doorBytes: statSync(program).size, files: sizes.size },
  };
}

function packResult(): RowResult {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')));
  const { status, stdout, stderr } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, env: own, encoding: 'utf8' });
  if (status !== 0) return { state: 'missing', reason: stderr.slice(0, 200) };
  const [packed]: readonly { readonly size: number; readonly unpackedSize: number }[] = JSON.parse(stdout);
  const { dependencies = {} }: { readonly dependencies?: object } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const bytes = packed?.size ?? Number.NaN;
  return {
    state: 'measured',
    measured: `${megabytes(bytes)}, ${Object.keys(dependencies).length} packages beside it`,
    met: bytes <= 1_000_000 && Object.keys(dependencies).length === 0,
    numbers: { bytes, unpackedBytes: packed?.unpackedSize ?? null, dependencies: Object.keys(dependencies).length },
  };
}
