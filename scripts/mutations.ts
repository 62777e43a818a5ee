// Breaks the program in one place after the other, in a copy of the tree, and asks the tests: each break must be caught.
// `npm run test:mutations`, or with words from the names of some: `npm run test:mutations -- lock fsync`.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mutations, type Mutation } from './mutation-list.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const copied = ['src', 'components', 'test', 'scripts', 'package.json', 'tsconfig.json', 'vitest.config.ts', 'vitest.faults.config.ts'];

function copyTree(): string {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'clawdial-mutations-')));
  // Some tests run the program as another user.
  chmodSync(directory, 0o755);
  const copy = join(directory, basename(root));
  for (const name of copied) cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** The name of a test that failed, or null when all passed: nobody noticed. */
function caughtBy(copy: string, { tests, faults }: Mutation): string | null {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const config = faults === true ? ['--config', 'vitest.faults.config.ts'] : [];
  const run = spawnSync(process.execPath, [vitest, 'run', ...config, '--no-color', '--bail', '1', '--reporter', 'default', ...tests], { cwd: copy, encoding: 'utf8', timeout: 240_000 });
  if (run.status === 0) return null;
  return /FAIL {2}(.*)/.exec(`${run.stdout}${run.stderr}`)?.[1] ?? `nothing runs any more: ${run.stderr.slice(0, 300)}`;
}

function survives(copy: string, mutation: Mutation): boolean {
  const path = join(copy, mutation.file);
  const text = readFileSync(path, 'utf8');
  if (text.split(mutation.from).length !== 2) throw new Error(`${mutation.name}: not exactly one place in ${mutation.file}`);
  writeFileSync(path, text.replace(mutation.from, () => mutation.to));
  const caught = caughtBy(copy, mutation);
  writeFileSync(path, text);
  process.stdout.write(`${caught === null ? 'SURVIVED' : 'caught  '}  ${mutation.name}${caught === null ? '' : `\n          by ${caught}`}\n`);
  return caught === null;
}

const words = process.argv.slice(2);
const chosen = mutations.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
const copy = copyTree();
try {
  const survivors = chosen.filter((mutation) => survives(copy, mutation));
  process.stdout.write(`\n${chosen.length - survivors.length} of ${chosen.length} mutations caught\n`);
  process.exitCode = survivors.length === 0 && chosen.length > 0 ? 0 : 1;
} finally {
  rmSync(join(copy, '..'), { recursive: true, force: true });
}
