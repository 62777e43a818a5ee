import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from '../compare.ts';
import { commentedHome, type BenchHome } from '../homes.ts';
import { benchProgram, clawdial } from '../programs.ts';
import type { PlannedRow } from '../row.ts';
import type { Command } from '../run-command.ts';
import { inHome, linear, timesResult } from './results.ts';

const bytes = 5_000_000;

/** A config of 5,000 agents with a comment for each. */
export const largeConfigRows: readonly PlannedRow[] = [
  {
    id: 'explain-5000',
    what: 'explain --json, 5,000 agents, 5 MB with comments',
    target: '≤ 3 × JSON5-parsing that file',
    measure: ({ rounds }) => inHome(commentedHome(5000, bytes), (home) => timesResult(compare(clawdial(home.home, 'explain', '--json'), parsing(home), Math.ceil(rounds / 5)), 3)),
  },
  {
    id: 'explain-linear',
    what: 'the same beside a tenth of it',
    target: '≤ 11 × the time',
    measure: ({ rounds }) =>
      inHome(commentedHome(500, bytes / 10), (small) =>
        inHome(commentedHome(5000, bytes), (large) => linear(compare(clawdial(large.home, 'explain', '--json'), clawdial(small.home, 'explain', '--json'), Math.ceil(rounds / 5)))),
      ),
  },
  {
    id: 'edit-5000',
    what: 'cache set in that config: read, edit, verify, save',
    target: '≤ 4 × JSON5-parsing that file',
    measure: ({ rounds }) => inHome(commentedHome(5000, bytes), (home) => timesResult(compare(editing(home), parsing(home), Math.ceil(rounds / 5)), 4)),
  },
];

function parsing({ home, configPath }: BenchHome): Command {
  return benchProgram(home, 'parse-json5.mjs', configPath);
}

/** Each run changes the same bytes of the same file. */
function editing({ home, configPath }: BenchHome): Command {
  const before = join(home, 'before.json5');
  copyFileSync(configPath, before);
  return { ...clawdial(home, 'cache', 'set', 'agent-2500', 'none', '--json'), prepare: () => copyFileSync(before, configPath) };
}
