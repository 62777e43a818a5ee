import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A command of which each run does the same. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  /** The whole environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Before each run, outside of what is measured. */
  readonly prepare?: () => void;
}

/** One run of a command. */
export interface Run {
  /** From its start until its end was seen, in ms. */
  readonly wallMs: number;
  /** User and system time of the process and its children, in ms; null when it was not asked for. */
  readonly cpuMs: number | null;
  /** The largest resident size of one of them, in bytes; null when it was not asked for. */
  readonly peakBytes: number | null;
}

const hook = fileURLToPath(new URL('report-usage.cjs', import.meta.url));

/**
 * Runs a command once, its output thrown away.
 *
 * @param withUsage also measures processor time and memory, by a hook that every Node among its processes loads
 * @throws when it ends with another code than 0
 */
export function runOnce({ file, args, env, prepare }: Command, withUsage: boolean): Run {
  prepare?.();
  const place = withUsage ? mkdtempSync(join(tmpdir(), 'clawdial-bench-')) : null;
  const usage = place === null ? null : join(place, 'usage');
  const more = usage === null ? {} : { NODE_OPTIONS: `--require=${hook}`, CLAWDIAL_BENCH_USAGE: usage };
  try {
    const start = performance.now();
    const { status, stderr, error } = spawnSync(file, args, { env: { ...env, ...more }, cwd: env['HOME'], stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
    const wallMs = performance.now() - start;
    if (status !== 0) throw new Error(`${[file, ...args].join(' ')} ended with ${String(status)}: ${error?.message ?? stderr.slice(0, 400)}`);
    return { wallMs, ...(usage === null ? { cpuMs: null, peakBytes: null } : usageIn(usage)) };
  } finally {
    if (place !== null) rmSync(place, { recursive: true, force: true });
  }
}

function usageIn(path: string): Pick<Run, 'cpuMs' | 'peakBytes'> {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
  const processes = lines.filter((line) => line !== '').map((line): { cpuMs: number; peakKilobytes: number } => JSON.parse(line));
  if (processes.length === 0) return { cpuMs: null, peakBytes: null };
  return {
    cpuMs: processes.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    peakBytes: Math.max(...processes.map(({ peakKilobytes }) => peakKilobytes)) * 1024,
  };
}
