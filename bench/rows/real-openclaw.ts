import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDirectory } from '../../test/real/install.ts';
import { compare, type Comparison } from '../compare.ts';
import { apiKey } from '../../test/support/homes.ts';
import { emptyHome } from '../homes.ts';
import { clawdial, environmentIn } from '../programs.ts';
import type { PlannedRow, RowResult } from '../row.ts';
import type { Command } from '../run-command.ts';
import { inHome, megabytes, milliseconds, numbersOf } from './results.ts';

const leastTimes = 50;
const mostBytes = 60 * 1024 * 1024;

/** The same answer from OpenClaw itself, in both eras, where `npm run test:openclaw` has installed it. */
export const realOpenClawRows: readonly PlannedRow[] = ['2026.2.24', '2026.9.6'].map((version) => ({
  id: `openclaw-${version}`,
  what: `models status --json beside OpenClaw ${version}`,
  target: `${leastTimes} × less processor time, ≤ 60 MiB`,
  measure: ({ rounds }) => besideOpenClaw(version, Math.max(2, Math.ceil(rounds / 10))),
}));

function besideOpenClaw(version: string, rounds: number): RowResult | Promise<RowResult> {
  const bin = join(cacheDirectory(), version, 'node_modules', '.bin');
  if (!existsSync(join(bin, 'openclaw'))) return { state: 'missing', reason: `OpenClaw ${version} is not installed here; npm run test:openclaw does it` };
  return inHome(emptyHome(), ({ home }) => {
    // A key in the environment is what every version reads, whatever its stores look like.
    const key = { ANTHROPIC_API_KEY: apiKey('e') };
    const ours = clawdial(home, 'models', 'status', '--json', '--openclaw-version', version);
    const quiet = { OPENCLAW_OFFLINE: '1', OPENCLAW_NO_AUTO_UPDATE: '1', OPENCLAW_TELEMETRY: '0' };
    const theirs: Command = { file: join(bin, 'openclaw'), args: ['models', 'status', '--json'], env: environmentIn(home, { ...key, ...quiet, PATH: `${bin}:/usr/bin:/bin` }) };
    return cpuResult(compare({ ...ours, env: { ...ours.env, ...key } }, theirs, rounds));
  });
}

function cpuResult(comparison: Comparison): RowResult {
  const { ours, base } = comparison;
  if (ours.cpuMs === null || base.cpuMs === null || ours.peakBytes === null || base.peakBytes === null) return { state: 'missing', reason: 'a process told nothing of what it used' };
  const times = base.cpuMs / ours.cpuMs;
  return {
    state: 'measured',
    measured: `${times.toFixed(0)} × less (${milliseconds(ours.cpuMs)}, ${megabytes(ours.peakBytes)}; OpenClaw ${milliseconds(base.cpuMs)}, ${megabytes(base.peakBytes)})`,
    met: times >= leastTimes && ours.peakBytes <= mostBytes,
    numbers: numbersOf(comparison),
  };
}
