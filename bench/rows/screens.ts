import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { boardHome, smallHome, type BenchHome } from '../homes.ts';
import { bareNode, clawdial, firstEver } from '../programs.ts';
import type { BenchSettings, PlannedRow, RowResult } from '../row.ts';
import type { Command } from '../run-command.ts';
import { BenchScreen, firstFrame, keyToFrame, pause, startAndLeave, untilExit, usageOf } from '../screen.ts';
import { least, median } from '../statistics.ts';
import { inHome, megabytes, milliseconds, rounded, withFirstStart } from './results.ts';

const frameTarget = 5.5;
const down = '\u001B[B';
const up = '\u001B[A';
const controlC = '\u0003';

/** What a person waits for in front of a screen, and what a screen that stays open costs. */
export const screenRows: readonly PlannedRow[] = [
  {
    id: 'first-frame-wizard',
    what: 'first frame of the set-up',
    target: `≤ ${frameTarget} × node -e 0`,
    measure: (settings) => inHome(smallHome(), ({ home }) => firstFrameResult(clawdial(home, 'onboard'), 'Found', controlC, home, settings)),
  },
  {
    id: 'first-frame-dashboard',
    what: 'first frame of the dashboard',
    target: `≤ ${frameTarget} × node -e 0`,
    measure: (settings) => inHome(smallHome(), ({ home }) => firstFrameResult(clawdial(home, 'status'), 'anthropic:default', 'q', home, settings)),
  },
  {
    id: 'key-to-frame',
    what: 'key to frame, dashboard of 1,000 rows',
    target: '≤ 16 ms',
    measure: ({ rounds }) => inHome(boardHome(1000, 1000), (home) => onDashboard(home, (screen) => keyResult(screen, rounds))),
  },
  {
    id: 'change-to-frame',
    what: 'change on disk to frame, one agent',
    target: '≤ 150 ms',
    measure: ({ rounds }) => inHome(smallHome(), (home) => onDashboard(home, (screen) => changeResult(screen, home, Math.ceil(rounds / 2)))),
  },
  {
    id: 'dashboard-1000',
    what: 'dashboard, 1,000 profiles × 1,000 agents, 1 Hz',
    target: '≤ 3 % of a core, ≤ 2 kB a frame, ≤ 140 MB',
    measure: ({ watchMs }) => inHome(boardHome(1000, 1000), (home) => onDashboard(home, (screen) => watchResult(screen, watchMs))),
  },
  {
    id: 'dashboard-flat',
    what: 'its memory over 10,000 frames',
    target: '≤ 10 % more than after 2,000',
    measure: ({ watchMs }) => inHome(boardHome(1000, 1000), (home) => onDashboard(home, (screen) => flatResult(screen, watchMs < 30_000 ? 1000 : 10_000))),
  },
];

async function firstFrameResult(command: Command, text: string, leave: string, home: string, { rounds }: BenchSettings): Promise<RowResult> {
  const taken: Record<'ours' | 'base' | 'first', number[]> = { ours: [], base: [], first: [] };
  await startAndLeave(command, text, leave);
  for (let round = 0; round < rounds; round += 1) {
    taken.base.push(await untilExit(bareNode(home)));
    taken.ours.push(await firstFrame(command, text));
    if (round % 3 === 0) taken.first.push(await firstFrame(firstEver(command), text));
  }
  const [ours, base] = [median(taken.ours), median(taken.base)];
  const leastRatio = least(taken.ours) / least(taken.base);
  const result: RowResult = {
    state: 'measured',
    measured: `${(ours / base).toFixed(2)} × (${milliseconds(ours)} / ${milliseconds(base)}; quickest ${leastRatio.toFixed(2)} ×)`,
    met: ours / base <= frameTarget,
    numbers: { ratio: rounded(ours / base), leastRatio: rounded(leastRatio), medianMs: rounded(ours), baseMedianMs: rounded(base), runs: rounds },
  };
  return withFirstStart(result, median(taken.first) / base);
}

/** Opens the dashboard as on any day but the first, waits until it is quiet, and ends it afterwards. */
async function onDashboard({ home }: BenchHome, measure: (screen: BenchScreen) => Promise<RowResult>): Promise<RowResult> {
  const dashboard = clawdial(home, 'status');
  await startAndLeave(dashboard, 'anthropic:', 'q');
  const screen = new BenchScreen(dashboard);
  try {
    await screen.until('anthropic:');
    await pause(1500);
    return await measure(screen);
  } finally {
    screen.end();
    await screen.exited;
  }
}

async function keyResult(screen: BenchScreen, rounds: number): Promise<RowResult> {
  const keys = Array.from({ length: rounds * 2 }, () => down);
  const ms = await keyToFrame(screen, keys);
  return { state: 'measured', measured: milliseconds(ms), met: ms <= 16, numbers: { medianMs: rounded(ms), keys: keys.length } };
}

/** Another program replaces the store, as OpenClaw does: a profile comes and goes. */
async function changeResult(screen: BenchScreen, { home, files }: BenchHome, rounds: number): Promise<RowResult> {
  const store = files[1] ?? '';
  const before = readFileSync(store, 'utf8');
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // A screen writes what changed of it and no more: no letter of the name before may stand in this one.
    const shownName = String.fromCodePoint(97 + (round % 26)).repeat(7);
    const beside = join(home, 'next.json');
    writeFileSync(beside, before.replaceAll('anthropic:default', `anthropic:${shownName}`));
    const start = performance.now();
    const shown = screen.until(shownName);
    renameSync(beside, store);
    await shown;
    times.push(performance.now() - start);
    await pause(400);
  }
  const ms = median(times);
  return { state: 'measured', measured: milliseconds(ms), met: ms <= 150, numbers: { medianMs: rounded(ms), leastMs: rounded(least(times)), changes: rounds } };
}

async function watchResult(screen: BenchScreen, watchMs: number): Promise<RowResult> {
  if (process.platform !== 'linux') return { state: 'missing', reason: 'what a process uses is read from /proc, which is Linux only' };
  const before = { ...usageOf(screen.pid), frames: screen.frames, written: screen.written, at: performance.now() };
  let peak = before.residentBytes;
  while (performance.now() - before.at < watchMs) {
    await pause(1000);
    peak = Math.max(peak, usageOf(screen.pid).residentBytes);
  }
  const seconds = (performance.now() - before.at) / 1000;
  const frames = screen.frames - before.frames;
  const share = (usageOf(screen.pid).cpuMs - before.cpuMs) / 1000 / seconds;
  const bytes = frames === 0 ? 0 : (screen.written - before.written) / frames;
  return {
    state: 'measured',
    measured: `${(share * 100).toFixed(1)} % of a core, ${bytes.toFixed(0)} bytes a frame, ${megabytes(peak)} (${frames} frames in ${seconds.toFixed(0)} s)`,
    met: share <= 0.03 && bytes <= 2000 && peak <= 140_000_000 && frames > 0,
    numbers: { share: rounded(share), bytesPerFrame: rounded(bytes), peakBytes: peak, frames, seconds: rounded(seconds) },
  };
}

async function flatResult(screen: BenchScreen, frames: number): Promise<RowResult> {
  if (process.platform !== 'linux') return { state: 'missing', reason: 'what a process uses is read from /proc, which is Linux only' };
  let early = 0;
  for (let step = 0; screen.frames < frames; step += 1) {
    const next = screen.nextFrame();
    screen.write(step % 60 < 30 ? down : up);
    await next;
    if (early === 0 && screen.frames >= frames / 5) early = usageOf(screen.pid).residentBytes;
  }
  await pause(2000);
  const late = usageOf(screen.pid).residentBytes;
  return {
    state: 'measured',
    measured: `${((late / early - 1) * 100).toFixed(1)} % (${megabytes(early)} to ${megabytes(late)}, ${screen.frames} frames)`,
    met: late <= early * 1.1,
    numbers: { earlyBytes: early, lateBytes: late, frames: screen.frames },
  };
}
