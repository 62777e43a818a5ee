import type { OpenClawVersion } from '../openclaw/installation.ts';
import type { Candidate, Standing } from './candidate.ts';
import { supports } from './versions.ts';

export interface WaitingCandidate extends Candidate {
  readonly standing: Extract<Standing, { readonly state: 'waiting' }>;
}

export function isWaiting(candidate: Candidate): candidate is WaitingCandidate {
  return candidate.standing.state === 'waiting';
}

/** The credential itself is not good: from 2026.3.13 on such a wait is never cut short (read and seen in 2026.5.28 and 2026.7.1). */
const hopeless: ReadonlySet<string> = new Set(['auth', 'auth_permanent']);

/**
 * The credential that is tried although none is ready: none in 2026.2.24; from 2026.3.13 the first one, if any is disabled
 * for want of money; from 2026.7.1 also when all only cool down; in 2026.9.6 only then (observed, section 6; a mix of both was
 * not run). With other models to fall back to OpenClaw goes on to those first.
 */
export function triedWhileWaiting(candidates: readonly Candidate[], version: OpenClawVersion): WaitingCandidate | null {
  if (candidates.some(({ standing }) => standing.state === 'chosen')) return null;
  const waiting = candidates.filter(isWaiting);
  const [first] = waiting;
  if (first === undefined || !supports(version, 'disabled-probe') || hopeless.has(reasonOf(waiting) ?? '')) return null;
  if (supports(version, 'new-request-builder')) return waiting.find(({ standing }) => standing.kind === 'cooldown') ?? null;
  const isDisabled = waiting.some(({ standing }) => standing.kind === 'disabled');
  return isDisabled || supports(version, 'cooling-probe') ? first : null;
}

/** Why none is ready, as OpenClaw tells it: what is disabled counts before what cools down (2026.2.24, section 3.3). */
function reasonOf(waiting: readonly WaitingCandidate[]): string | null {
  const disabled = waiting.filter(({ standing }) => standing.kind === 'disabled');
  const reasons = (disabled.length > 0 ? disabled : waiting).map(({ standing }) => standing.reason);
  const counts = Map.groupBy(reasons, (reason) => reason);
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null;
}
