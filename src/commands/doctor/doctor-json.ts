import { checkCodes } from '../../rules/doctor/check-codes.ts';
import type { DoctorFacts } from '../../rules/doctor/facts.ts';
import type { LiveFact } from '../../rules/doctor/live-fact.ts';
import { redact } from '../../terminal/redact.ts';
import { findingText } from '../../words/doctor-finding.ts';
import type { JsonOutput } from '../output.ts';
import { candidateName } from '../../words/candidate.ts';
import type { PlacedFinding } from './placed-finding.ts';
import { countsOf } from './counts.ts';

/**
 * The findings as scripts get them. Keys and codes are stable, sentences are not:
 * `ok` (nothing but notes), `openclaw` {version, layout}, `live` [{credential, agents, verdict, requestIds, clockAheadMs}] or null, `checked` [code], `summary` {problems, warnings, notes, fixable},
 * `findings` [{code, severity, place {path, line} or null, agents [id], message, advice, commands [line], fixable}].
 */
export function doctorJson({ snapshot, now, live }: DoctorFacts, placed: readonly PlacedFinding[], chosen: ReadonlySet<string> | null): { readonly [key: string]: JsonOutput } {
  const { version, layout } = snapshot.installation;
  const counts = countsOf(placed.map(({ finding }) => finding));
  return {
    ok: counts.problems === 0 && counts.warnings === 0,
    openclaw: { version: version.text, layout },
    live: live === null ? null : live.map(liveJson),
    checked: checkCodes.filter((code) => chosen === null || chosen.has(code)),
    summary: { problems: counts.problems, warnings: counts.warnings, notes: counts.notes, fixable: counts.fixable },
    findings: placed.map((one) => findingJson(one, now)),
  };
}

function liveJson({ source, agents, verdict, requestIds, clockAheadMs }: LiveFact): JsonOutput {
  return { credential: redact(candidateName(source)), agents: agents.map((id) => redact(id)), verdict, requestIds, clockAheadMs };
}

function findingJson({ finding, path, line }: PlacedFinding, now: number): JsonOutput {
  const { code, severity, agents, mend } = finding;
  const { message, advice, commands } = findingText(finding, now);
  return { code, severity, place: path === null ? null : { path: redact(path), line }, agents: agents.map((id) => redact(id)), message, advice, commands, fixable: mend !== null };
}
