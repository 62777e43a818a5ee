import type { HostEnvironment } from '../../openclaw/installation.ts';
import type { DoctorFacts } from '../../rules/doctor/facts.ts';
import type { Severity } from '../../rules/doctor/finding.ts';
import type { LiveFact } from '../../rules/doctor/live-fact.ts';
import { terminalCapabilities } from '../../terminal/capabilities.ts';
import { joinSafe, say, type SafeText } from '../../terminal/safe-text.ts';
import { padToWidth, widest } from '../../terminal/width.ts';
import { candidateName } from '../../words/candidate.ts';
import { doctorWords } from '../../words/doctor.ts';
import { withoutSecrets } from '../../words/neutral/without-secrets.ts';
import { shortener } from '../shorten-path.ts';
import { hanging, indented, lineColumns, printLines, type StyledLine } from '../styled-lines.ts';
import { countsOf } from './counts.ts';
import { findingBlocks, type FindingLook } from './finding-lines.ts';
import type { PlacedFinding } from './placed-finding.ts';

const severities: readonly Severity[] = ['problem', 'warning', 'note'];

/** Prints what was found, the worst first, and what to do next. @param checked how many checks were made */
export function printFindings({ snapshot, agents, now, live }: DoctorFacts, placed: readonly PlacedFinding[], host: HostEnvironment, checked: number): void {
  const look = findingLook(host, now);
  for (const severity of severities) {
    const group = placed.filter(({ finding }) => finding.severity === severity);
    if (group.length === 0) continue;
    printLines([[{ text: doctorWords.headings[severity], style: 'bold' }], []]);
    for (const block of findingBlocks(group, look)) printLines([...block, []]);
  }
  if (live !== null) printLines(verdictLines(live, look));
  printLines(summary(placed, checked, agents.length, look));
  if (!snapshot.installation.present) printLines(indented(doctorWords.absent, 0, look.columns));
}

/** As the terminal can show them. @param now epoch ms */
export function findingLook(host: HostEnvironment, now: number): FindingLook {
  const { unicode } = terminalCapabilities(process.env, process.stdout);
  return { columns: lineColumns(), unicode, shorten: shortener(host), now };
}

function verdictLines(live: readonly LiveFact[], { columns }: FindingLook): readonly StyledLine[] {
  const told = live.map(({ source, verdict }) => say`${withoutSecrets(candidateName(source))} ${doctorWords.verdicts[verdict]}`);
  return indented(told.length === 0 ? doctorWords.askedNothing : doctorWords.asked(joinSafe(told, say`, `)), 0, columns);
}

function summary(placed: readonly PlacedFinding[], checked: number, agents: number, { columns }: FindingLook): readonly StyledLine[] {
  const { problems, warnings, notes, fixable } = countsOf(placed.map(({ finding }) => finding));
  const looked = doctorWords.checked(checked, agents);
  if (placed.length === 0) return [[{ text: doctorWords.clean, style: 'green' }, { text: say` ${looked}`, style: 'dim' }]];
  return [
    ...indented(doctorWords.counts(problems, warnings, notes), 0, columns, 'bold'),
    ...indented(looked, 0, columns, 'dim'),
    ...(fixable === 0 ? [] : [...indented(doctorWords.fixable(fixable), 0, columns), [{ text: say`    clawdial doctor --fix`, style: 'bold' as const }]]),
  ];
}

/** Prints pairs in two columns. */
export function printPairs(pairs: readonly (readonly [SafeText, SafeText])[]): void {
  const width = widest(pairs.map(([name]) => name));
  const columns = lineColumns();
  printLines(pairs.flatMap(([name, meaning]) => hanging(say`${padToWidth(name, width)}  `, meaning, columns)));
}
