import type { OpenClawVersion } from '../openclaw/installation.ts';
import type { Candidate, Standing } from './candidate.ts';
import { supports } from './versions.ts';

export interface WaitingCandidate extends Candidate {
  readonly standing: Extract<Standing, { readonly state: 'waiting' }>;
}

export function isWaiting(candidate: Candidate): candidate is WaitingCandidate {
  return candidate.standing.state === 'waiting';
}

/**
 * The credential that is tried although none is ready: none in 2026.2.24; in 2026.3.13 the first one, if any is disabled;
 * in 2026.9.6 the first that only cools down (observed, section 6; a mix of both was not run).
 */
export function triedWhileWaiting(candidates: readonly Candidate[], version: OpenClawVersion): WaitingCandidate | null {
  if (candidates.some(({ standing }) => standing.state === 'chosen')) return null;
  const waiting = candidates.filter(isWaiting);
  if (supports(version, 'new-request-builder')) return waiting.find(({ standing }) => standing.kind === 'cooldown') ?? null;
  if (!supports(version, 'disabled-probe')) return null;
  return waiting.some(({ standing }) => standing.kind === 'disabled') ? (waiting[0] ?? null) : null;
}
