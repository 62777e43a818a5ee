import type { PlannedRow, Row } from './row.ts';

type Machine = { readonly [name: string]: string | number };

type Named = Pick<PlannedRow, 'what' | 'target'>;

const headings: Named = { what: 'what', target: 'target' };

/** The machine in one line, then the headings. */
export function headerLines(machine: Machine, rows: readonly Named[]): readonly string[] {
  const { processor, cores, system, node, clawdial, date, rounds } = machine;
  const { what, target } = widthsOf(rows);
  return [
    `clawdial ${clawdial}, Node ${node}, ${processor} × ${cores}, ${system}, ${date}, ${rounds} rounds in turn, medians`,
    '',
    `| ${headings.what.padEnd(what)} | ${headings.target.padEnd(target)} | measured`,
    `| ${'-'.repeat(what)} | ${'-'.repeat(target)} | --------`,
  ];
}

export function rowLine({ what, target, result }: Row, rows: readonly Named[]): string {
  const widths = widthsOf(rows);
  const told = result.state === 'missing' ? `not measured: ${result.reason}` : `${result.met ? '✓' : '✗'} ${result.measured}`;
  return `| ${what.padEnd(widths.what)} | ${target.padEnd(widths.target)} | ${told}`;
}

function widthsOf(rows: readonly Named[]): { readonly what: number; readonly target: number } {
  const all = [headings, ...rows];
  return { what: Math.max(...all.map(({ what }) => what.length)), target: Math.max(...all.map(({ target }) => target.length)) };
}
