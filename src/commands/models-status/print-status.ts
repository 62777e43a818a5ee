import { asciiText } from '../../terminal/ascii-text.ts';
import { terminalCapabilities } from '../../terminal/capabilities.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { print, printJson, printJsonLine, printStyled } from '../output.ts';
import type { StatusWish } from './flags.ts';
import type { ProbeReport } from './probe-report.ts';
import type { StatusFacts } from './read-status.ts';
import { statusJson } from './status-json.ts';
import { statusLines } from './status-text.ts';

/** Prints the status once, in the form that was asked for. */
export function printStatus(facts: StatusFacts, wish: StatusWish, probes: ProbeReport | null): void {
  if (wish.format === 'plain') return print(safeText(facts.status.resolvedDefault));
  if (wish.format === 'json') return wish.watch ? printJsonLine(statusJson(facts, probes)) : printJson(statusJson(facts, probes));
  const { color, unicode } = terminalCapabilities(process.env, process.stdout);
  for (const line of statusLines(facts, probes, unicode)) {
    const shown = unicode ? line : line.map(({ text, ...style }) => ({ ...style, text: asciiText(text) }));
    printStyled(shown, color !== 'none');
  }
}
