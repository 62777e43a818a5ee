// npm run test:openclaw: real releases of OpenClaw against the built clawdial. Not part of the gate, for its size.
import { rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { recordedPath } from '../support/recorded.ts';
import { checks, type CheckResult, type Trial } from './checks.ts';
import { installRelease } from './install.ts';
import { RealHome } from './real-openclaw.ts';
import { releases, type Release } from './releases.ts';

type Cell = CheckResult | 'failed' | 'not-run';

const marks: Readonly<Record<Cell, string>> = { passed: '✓', 'not-there': '–', failed: '✗', 'not-run': '·' };

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Homes that are there now: they do not outlive a run that somebody ends. */
const openHomes = new Set<string>();
process.once('exit', () => openHomes.forEach((home) => rmSync(home, { recursive: true, force: true })));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

const [, , ...wanted] = process.argv;
const chosen = releases.filter(({ version }) => wanted.length === 0 || wanted.includes(version));
const columns = new Map<Release, readonly Cell[]>();
for (const release of chosen) columns.set(release, await tryRelease(release));
say(table(columns));
process.exitCode = [...columns.values()].flat().every((cell) => cell === 'passed' || cell === 'not-there') ? 0 : 1;

/** Runs every check on a fresh home; states in which both programs agree are recorded at once. */
async function tryRelease(release: Release): Promise<readonly Cell[]> {
  const installed = await installRelease(release, say);
  const home = await RealHome.make(installed);
  openHomes.add(home.home);
  const trial: Trial = { installed, home, recorded: new Map() };
  const cells: Cell[] = [];
  try {
    for (const check of checks) {
      cells.push(await runCheck(check.name, () => check.run(trial), release));
      await record(trial);
    }
  } finally {
    openHomes.delete(home.home);
    if (process.env['CLAWDIAL_KEEP_HOMES'] === undefined) await home.dispose();
    else say(`kept ${home.home}`);
  }
  return cells;
}

async function runCheck(name: string, run: () => Promise<CheckResult>, { version }: Release): Promise<Cell> {
  const began = performance.now();
  const seconds = (): string => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  try {
    const result = await run();
    say(`${marks[result]} ${version} ${name} (${seconds()})`);
    return result;
  } catch (error) {
    say(`${marks.failed} ${version} ${name} (${seconds()})\n${error instanceof Error ? error.message : String(error)}`);
    return 'failed';
  }
}

async function record({ installed, recorded }: Trial): Promise<void> {
  const path = recordedPath(installed.release.version);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(Object.fromEntries(recorded), null, 2)}\n`);
}

function table(results: ReadonlyMap<Release, readonly Cell[]>): string {
  const versions = [...results.keys()];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    '',
    line(['', ...versions.map(({ version }) => version)]),
    line(['---', ...versions.map(() => ':-:')]),
    line(['layout', ...versions.map(({ layout }) => layout)]),
    ...checks.map(({ name }, index) => line([name, ...versions.map((release) => marks[results.get(release)?.[index] ?? 'not-run'])])),
  ].join('\n');
}
