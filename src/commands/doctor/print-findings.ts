import type { HostEnvironment } from '../../openclaw/installation.ts';
import type { DoctorFacts } from '../../rules/doctor/facts.ts';
import type { LiveFact } from '../../rules/doctor/live-fact.ts';
import type { Severity } from '../../rules/doctor/finding.ts';
import { asciiText } from '../../terminal/ascii-text.ts';
import { terminalCapabilities } from '../../terminal/capabilities.ts';
import { joinSafe, say, type SafeText } from '../../terminal/safe-text.ts';
import { padToWidth, widest } from '../../terminal/width.ts';
import { wrapText } from '../../../components/parts/rows.ts';
import { candidateName } from '../../words/candidate.ts';
import { doctorWords } from '../../words/doctor.ts';
import { printStyled } from '../output.ts';
import { shortener } from '../shorten-path.ts';
import { countsOf } from './counts.ts';
import { findingLines, type DoctorLine, type FindingLook } from './finding-lines.ts';
import type { PlacedFinding } from './placed-finding.ts';

/** Lines wider than this are hard to read. */
const widestLine = 100;

const severities: readonly Severity[] = ['problem', 'warning', 'note'];

/** Prints what was found, the worst first, and what to do next. @param checked how many checks were made */
export function printFindings({ snapshot, agents, now, live }: DoctorFacts, placed: readonly PlacedFinding[], host: HostEnvironment, checked: number): void {
  const look = findingLook(host, now);
  for (const severity of severities) {
    const group = placed.filter(({ finding }) => finding.severity === severity);
    if (group.length === 0) continue;
    printLines([[{ text: doctorWords.headings[severity], style: 'bold' }], []]);
    for (const one of group) printLines([...findingLines(one, look), []]);
  }
  if (live !== null) printLines(verdictLines(live, look));
  printLines(summary(placed, checked, agents.length));
  if (!snapshot.installation.present) printLines([[{ text: doctorWords.absent }]]);
}

function verdictLines(live: readonly LiveFact[], { columns }: FindingLook): readonly DoctorLine[] {
  const told = live.map(({ source, verdict }) => say`${candidateName(source)} ${doctorWords.verdicts[verdict]}`);
  const text = told.length === 0 ? doctorWords.askedNothing : doctorWords.asked(joinSafe(told, say`, `));
  return wrapText(text, columns).map((line) => [{ text: line }]);
}

/** As the terminal can show them. @param now epoch ms */
export function findingLook(host: HostEnvironment, now: number): FindingLook {
  const { columns, unicode } = terminalCapabilities(process.env, process.stdout);
  return { columns: Math.min(columns, widestLine), unicode, shorten: shortener(host), now };
}

function summary(placed: readonly PlacedFinding[], checked: number, agents: number): readonly DoctorLine[] {
  const { problems, warnings, notes, fixable } = countsOf(placed.map(({ finding }) => finding));
  const look = doctorWords.checked(checked, agents);
  if (placed.length === 0) return [[{ text: doctorWords.clean, style: 'green' }, { text: say` ${look}`, style: 'dim' }]];
  return [
    [{ text: doctorWords.counts(problems, warnings, notes), style: 'bold' }, { text: say` ${look}`, style: 'dim' }],
    ...(fixable === 0 ? [] : [[{ text: doctorWords.fixable(fixable) }], [{ text: say`    clawdial doctor --fix`, style: 'bold' as const }]]),
  ];
}

/** Prints pairs in two columns. */
export function printPairs(pairs: readonly (readonly [SafeText, SafeText])[]): void {
  const width = widest(pairs.map(([name]) => name));
  printLines(pairs.map(([name, meaning]) => [{ text: padToWidth(name, width), style: 'bold' }, { text: say`  ${meaning}` }]));
}

/** Prints lines as the terminal can show them. */
export function printLines(lines: readonly DoctorLine[]): void {
  const { color, unicode } = terminalCapabilities(process.env, process.stdout);
  for (const line of lines) printStyled(unicode ? line : line.map(({ text, ...style }) => ({ ...style, text: asciiText(text) })), color !== 'none');
}
