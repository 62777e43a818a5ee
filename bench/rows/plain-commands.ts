import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare, type Comparison } from '../compare.ts';
import { agentsHome, smallHome, type BenchHome } from '../homes.ts';
import { bareNode, benchProgram, clawdial, firstEver } from '../programs.ts';
import type { PlannedRow, RowResult } from '../row.ts';
import type { Command } from '../run-command.ts';
import { inHome, linear, timesResult, withFirstStart } from './results.ts';

const startTarget = 1.5;

/** Commands for scripts: how long they take beside a Node that does nothing, and as an installation grows. */
export const plainCommandRows: readonly PlannedRow[] = [
  {
    id: 'status',
    what: 'models status --json, one agent',
    target: `≤ ${startTarget} × node -e 0`,
    measure: ({ rounds }) => inHome(smallHome(), ({ home }) => startResult(clawdial(home, 'models', 'status', '--json'), home, rounds)),
  },
  {
    id: 'explain',
    what: 'explain --json, one agent',
    target: `≤ ${startTarget} × node -e 0`,
    measure: ({ rounds }) => inHome(smallHome(), ({ home }) => startResult(clawdial(home, 'explain', '--json'), home, rounds)),
  },
  {
    id: 'status-1000',
    what: 'models status --json, 1,000 agents × 10 profiles',
    target: '≤ 3 × reading and parsing the files',
    measure: ({ rounds }) => inHome(agentsHome(1000, 10, 'used'), (home) => timesResult(statusBesideParsing(home, Math.ceil(rounds / 3)), 3)),
  },
  {
    id: 'status-copies',
    what: 'the same, each store a copy of main’s, as OpenClaw makes it',
    target: '≤ 3 × reading and parsing the files',
    measure: ({ rounds }) => inHome(agentsHome(1000, 10, 'new'), (home) => timesResult(statusBesideParsing(home, Math.ceil(rounds / 3)), 3)),
  },
  {
    id: 'status-linear',
    what: 'models status --json, 10 times as many agents',
    target: '≤ 11 × the time',
    measure: ({ rounds }) => inHome(agentsHome(1000, 10, 'used'), (small) => inHome(agentsHome(10_000, 10, 'used'), (large) => statusGrowth(small, large, Math.ceil(rounds / 6)))),
  },
];

function startResult(command: Command, home: string, rounds: number): RowResult {
  const first = compare(firstEver(command), bareNode(home), Math.ceil(rounds / 3));
  return withFirstStart(timesResult(compare(command, bareNode(home), rounds), startTarget), first.ratio);
}

function statusBesideParsing(home: BenchHome, rounds: number): Comparison {
  const list = join(home.home, 'files.txt');
  writeFileSync(list, home.files.join('\n'));
  return compare(clawdial(home.home, 'models', 'status', '--json'), benchProgram(home.home, 'parse-json.mjs', list), rounds);
}

function statusGrowth(small: BenchHome, large: BenchHome, rounds: number): RowResult {
  return linear(compare(clawdial(large.home, 'models', 'status', '--json'), clawdial(small.home, 'models', 'status', '--json'), rounds));
}
