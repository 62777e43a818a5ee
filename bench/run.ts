// Measures what was promised, prints one table and writes the results beside this file.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import type { BenchSettings, PlannedRow, Row, RowResult } from './row.ts';
import { largeConfigRows } from './rows/large-config.ts';
import { liveCheckRows } from './rows/live-check.ts';
import { packageRows } from './rows/package.ts';
import { plainCommandRows } from './rows/plain-commands.ts';
import { realOpenClawRows } from './rows/real-openclaw.ts';
import { screenRows } from './rows/screens.ts';
import { headerLines, rowLine } from './table.ts';

const rows: readonly PlannedRow[] = [...plainCommandRows, ...realOpenClawRows, ...screenRows, ...largeConfigRows, ...liveCheckRows, ...packageRows];

const { version }: { readonly version: string } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const { values } = parseArgs({ options: { only: { type: 'string', multiple: true }, quick: { type: 'boolean' } } });
const settings: BenchSettings = values.quick === true ? { rounds: 5, watchMs: 5000 } : { rounds: 30, watchMs: 30_000 };
const wanted = values.only === undefined ? rows : rows.filter(({ id }) => values.only?.includes(id));

const machine = {
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryBytes: totalmem(),
  system: `${process.platform} ${release()}`,
  node: process.version,
  clawdial: version,
  date: new Date().toISOString().slice(0, 10),
  rounds: settings.rounds,
};

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

for (const line of headerLines(machine, wanted)) print(line);
const measured: Row[] = [];
for (const { id, what, target, measure } of wanted) {
  const row: Row = { id, what, target, result: await resultOf(measure) };
  measured.push(row);
  print(rowLine(row, wanted));
}
// A part of the table, or a hasty one, is no result to keep.
if (values.only === undefined && values.quick !== true) writeFileSync(new URL('results.json', import.meta.url), `${JSON.stringify({ machine, rows: measured }, null, 2)}\n`);

/** A row that cannot be measured here does not end the others. */
async function resultOf(measure: PlannedRow['measure']): Promise<RowResult> {
  try {
    return await measure(settings);
  } catch (error) {
    return { state: 'missing', reason: error instanceof Error ? error.message : String(error) };
  }
}
