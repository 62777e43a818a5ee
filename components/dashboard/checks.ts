import { classifyBaseUrl } from '../../src/anthropic/base-url.ts';
import { summarise } from '../../src/anthropic/credential.ts';
import type { CheckStep } from '../../src/anthropic/verdict.ts';
import type { BoardEntry } from '../../src/rules/board.ts';
import { overlayWords } from '../../src/words/dashboard.ts';
import type { CheckRun, PreparedCredential } from '../wizard/state.ts';
import type { CheckPurpose } from './actions/state.ts';
import type { DashboardEvent, DashboardState, DashboardUpdate, Mode } from './state.ts';

export const toLook: CheckPurpose = { for: 'look' };

/** Starts a live check, after asking where the secret would go to somebody else's server. */
export function check(state: DashboardState, entry: BoardEntry | null, purpose: CheckPurpose = toLook): DashboardUpdate {
  if (entry === null || (entry.secret === null && purpose.for !== 'rotate')) return { state: { ...state, notice: overlayWords.noSecret }, effects: [] };
  const { kind } = classifyBaseUrl(state.snapshot.baseUrl);
  const isTrusted = kind !== 'foreign' || state.trustedBaseUrl === state.snapshot.baseUrl;
  if (kind === 'refused' || !isTrusted) return { state: { ...state, mode: { name: 'trust', entry, purpose } }, effects: [] };
  return startCheck(state, entry, purpose);
}

export function startCheck(state: DashboardState, entry: BoardEntry, purpose: CheckPurpose): DashboardUpdate {
  const credential = purpose.for === 'rotate' ? purpose.credential : preparedCredential(entry);
  if (credential === null) return { state, effects: [] };
  const id = state.checks + 1;
  const mode: Mode = { name: 'check', entry, id, run: { state: 'running', steps: [] }, purpose };
  return { state: { ...state, checks: id, mode }, effects: [{ do: 'check', id, credential }] };
}

/** What OpenClaw would send: the secret's own form decides, and the stored type where that says nothing. */
function preparedCredential({ secret, type }: BoardEntry): PreparedCredential | null {
  if (secret === null) return null;
  const summary = summarise(secret);
  return { secret, summary, kind: summary.kind ?? (type === 'token' || type === 'oauth' ? 'setup-token' : 'api-key'), variable: null };
}

export function withStep(state: DashboardState, id: number, step: CheckStep): DashboardState {
  const { mode } = state;
  if (mode.name !== 'check' || mode.id !== id || mode.run.state !== 'running') return state;
  const run: CheckRun = { state: 'running', steps: [...mode.run.steps.filter((known) => known.step !== step.step), step] };
  return { ...state, mode: { ...mode, run } };
}

/** What was proved of a stored secret stands in its line; a new one has none yet. */
export function withReport(state: DashboardState, { id, report, now }: Extract<DashboardEvent, { readonly type: 'checked' }>): DashboardState {
  const { mode } = state;
  if (mode.name !== 'check' || mode.id !== id) return state;
  const known = new Map(state.verdicts);
  const verdicts = mode.purpose.for === 'rotate' ? known : known.set(mode.entry.key, { verdict: report.verdict, at: now });
  return { ...state, verdicts, mode: { ...mode, run: { state: 'finished', steps: report.steps, report } } };
}
