import { classifyBaseUrl } from '../../src/anthropic/base-url.ts';
import type { CheckReport } from '../../src/anthropic/verdict.ts';
import { readCredential } from '../../src/anthropic/credential.ts';
import { emptyDraft } from '../parts/secret-draft.ts';
import { startForm } from './name-form.ts';
import { advance } from './navigation.ts';
import type { Answers, CompleteAnswers, PreparedCredential, Screen, WizardState, WizardUpdate } from './state.ts';

/** Goes to the first screen that still has something to ask; skips those whose answer is known or has no alternative. */
export function onward(state: WizardState, answers: Answers): WizardUpdate {
  if (needsNotice(state, answers)) return advance(state, { name: 'notice', answers });
  if (answers.choice.kind === 'setup-token' && !answers.obtained) return advance(state, { name: 'obtain', answers });
  const scoped = withOnlyScope(state, answers);
  if (scoped.scope === null) return advance(state, { name: 'agents', answers: scoped });
  const prepared = withVariable(scoped);
  if (!isComplete(prepared)) {
    return advance(state, { name: 'paste', answers: prepared, draft: emptyDraft, asking: false, tried: false });
  }
  return towardsCheck(state, prepared);
}

/** The part of the way after a credential is in hand. */
export function towardsCheck(state: WizardState, answers: CompleteAnswers): WizardUpdate {
  if (state.settings.depth === 'none') return towardsName(state, answers, null);
  if (needsTrust(state)) return advance(state, { name: 'trust', answers });
  return startCheck(state, answers);
}

/** A fresh check; earlier ones are ignored by their id when they still answer. */
export function startCheck(state: WizardState, answers: CompleteAnswers): WizardUpdate {
  const id = state.checks + 1;
  const screen: Screen = { name: 'check', answers, id, run: { state: 'running', steps: [] } };
  const effect = { do: 'check', id, credential: answers.credential } as const;
  if (state.screen.name === 'check') return { state: { ...state, checks: id, screen }, effects: [effect] };
  return advance({ ...state, checks: id }, screen, effect);
}

export function towardsName(state: WizardState, answers: CompleteAnswers, report: CheckReport | null): WizardUpdate {
  return advance(state, { name: 'name', answers, report, form: startForm(state.facts, answers.credential) });
}

function needsNotice(state: WizardState, answers: Answers): boolean {
  if (state.noticeAcknowledged) return false;
  const kind = answers.credential?.kind ?? kindOfChoice(answers);
  return kind === 'setup-token';
}

function kindOfChoice({ choice }: Answers): PreparedCredential['kind'] | null {
  if (choice.kind !== 'variable') return choice.kind;
  return readCredential(choice.variable.secret).summary.kind;
}

function withOnlyScope(state: WizardState, answers: Answers): Answers {
  if (answers.scope !== null || state.facts.snapshot.agents.length > 1) return answers;
  return { ...answers, scope: { kind: 'all' } };
}

function withVariable(answers: Answers): Answers {
  if (answers.credential !== null || answers.choice.kind !== 'variable') return answers;
  const { secret, summary } = readCredential(answers.choice.variable.secret);
  if (summary.kind === null) return answers;
  return { ...answers, credential: { secret, summary, kind: summary.kind, variable: answers.choice.variable } };
}

function isComplete(answers: Answers): answers is CompleteAnswers {
  return answers.scope !== null && answers.credential !== null;
}

function needsTrust(state: WizardState): boolean {
  const baseUrl = classifyBaseUrl(state.facts.snapshot.baseUrl);
  if (baseUrl.kind === 'refused') return true;
  return baseUrl.kind === 'foreign' && state.trustedBaseUrl !== baseUrl.url;
}
