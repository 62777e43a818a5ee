import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Reporter, TestModule } from 'vitest/node';
import type { FaultRow } from './fault-row.ts';

const page = fileURLToPath(new URL('../../../SECURITY.md', import.meta.url));
const begin = '<!-- table: printed by npm run test:faults -->';
const end = '<!-- end of table -->';

/** Prints what every fault did. With UPDATE_TABLE=1 the table in SECURITY.md is written anew from this run. */
export default class FaultTable implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const rows = tests.flatMap((test) => test.meta().faultRows ?? []);
    if (rows.length === 0) return;
    const table = tableOf(rows);
    process.stdout.write(`\n${table}\n\n`);
    if (process.env['UPDATE_TABLE'] === '1') updatePage(table);
  }
}

function tableOf(rows: readonly FaultRow[]): string {
  const lines = [
    ['fault', 'tries', 'lost', 'torn', 'leaked'],
    ['---', '---:', '---:', '---:', '---:'],
    ...rows.map(({ fault, tries, lost, torn, leaked }) => [fault, tries, lost, torn, leaked].map(String)),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function updatePage(table: string): void {
  const text = readFileSync(page, 'utf8');
  const [before = '', after = ''] = [text.split(begin)[0], text.split(end)[1]];
  writeFileSync(page, `${before}${begin}\n${table}\n${end}${after}`);
}
