import { terminalCapabilities } from '../../terminal/capabilities.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { print, printJson, printJsonLine } from '../output.ts';
import { printLines } from '../styled-lines.ts';
import type { StatusWish } from './flags.ts';
import type { ProbeReport } from './probe-report.ts';
import type { StatusFacts } from './read-status.ts';
import { statusJson } from './status-json.ts';
import { statusLines } from './status-text.ts';

/** Prints the status once, in the form that was asked for. */
export function printStatus(facts: StatusFacts, wish: StatusWish, probes: ProbeReport | null): void {
  if (wish.format === 'plain') return print(safeText(facts.status.resolvedDefault));
  if (wish.format === 'json') return wish.watch ? printJsonLine(statusJson(facts, probes)) : printJson(statusJson(facts, probes));
  printLines(statusLines(facts, probes, terminalCapabilities(process.env, process.stdout).unicode));
}
