import { readCredential } from '../../src/anthropic/credential.ts';
import { classifyBaseUrl } from '../../src/anthropic/base-url.ts';
import type { CredentialVariable } from '../../src/openclaw/snapshot.ts';
import { usesSharedStore } from '../../src/rules/store-merge.ts';
import { safeText } from '../../src/terminal/safe-text.ts';
import { originWords } from '../../src/words/candidate.ts';
import { agentsWords, checkWords, chooseWords, pasteWords, trustWords } from '../../src/words/wizard.ts';
import type { MenuItem } from '../parts/Menu.tsx';
import { modelChoices } from './model-choices.ts';
import type { Screen, WizardEvent, WizardState } from './state.ts';

/** A line of a menu, with what choosing it means. */
export interface Choice extends MenuItem {
  readonly event: WizardEvent;
}

/** What can be chosen on the present screen; nothing where the screen has no menu. */
export function choicesOf(state: WizardState): readonly Choice[] {
  const { screen } = state;
  switch (screen.name) {
    case 'choose':
      return credentialChoices(state);
    case 'agents':
      return agentChoices(state);
    case 'paste':
      return screen.asking ? keepChoices : [];
    case 'trust':
      return trustChoices(state);
    case 'check':
      return isUnproved(screen) ? checkChoices : [];
    case 'name':
      return screen.form.field === 'model' ? modelChoices(state.facts, screen.report).map(modelChoice) : [];
    case 'found':
    case 'notice':
    case 'obtain':
    case 'review':
    case 'done':
      return [];
  }
}

/** The kinds of credential, what each is best for, and the way to look around first. */
function credentialChoices(state: WizardState): readonly Choice[] {
  const demo: readonly Choice[] = state.settings.demo !== null
    ? []
    : [{ id: 'demo', label: chooseWords.demo, description: chooseWords.demoFor, event: { type: 'demo' } }];
  const leave: Choice = { id: 'leave', label: chooseWords.leave, description: chooseWords.leaveFor, event: { type: 'leave' } };
  if (state.facts.obstacle !== null) return [...demo, leave];
  return [
    { id: 'api-key', label: chooseWords.apiKey, description: chooseWords.apiKeyFor, event: { type: 'chose', choice: { kind: 'api-key' } } },
    {
      id: 'setup-token',
      label: chooseWords.setupToken,
      description: chooseWords.setupTokenFor,
      event: { type: 'chose', choice: { kind: 'setup-token' } },
    },
    ...state.facts.snapshot.variables.flatMap(variableChoice),
    ...demo,
  ];
}

/** A variable is offered when OpenClaw would see it and it holds a credential for requests. */
function variableChoice(variable: CredentialVariable): readonly Choice[] {
  const { summary } = readCredential(variable.secret);
  if (!variable.effective || summary.kind === null) return [];
  return [
    {
      id: `variable ${variable.name}`,
      label: chooseWords.variable(safeText(variable.name), originWords[variable.origin]),
      description: chooseWords.variableFor(summary.fingerprint),
      event: { type: 'chose', choice: { kind: 'variable', variable } },
    },
  ];
}

/** All agents, through main, or one of the others alone. Main's store is what they inherit: a credential cannot be main's alone. */
function agentChoices({ facts: { snapshot } }: WizardState): readonly Choice[] {
  const others = snapshot.agents.filter((agent) => !usesSharedStore(snapshot, agent));
  return [
    { id: 'all agents', label: agentsWords.all(snapshot.agents.length), description: agentsWords.allFor, event: { type: 'scoped', scope: { kind: 'all' } } },
    ...others.map(({ id }): Choice => ({
      id,
      label: agentsWords.one(safeText(id)),
      description: agentsWords.oneFor,
      event: { type: 'scoped', scope: { kind: 'some', agentIds: [id] } },
    })),
  ];
}

const keepChoices: readonly Choice[] = [
  { id: 'again', label: pasteWords.again, description: pasteWords.againFor, event: { type: 'edit-credential' } },
  { id: 'keep', label: pasteWords.keep, description: pasteWords.keepFor, event: { type: 'keep-credential' } },
];

function trustChoices({ facts }: WizardState): readonly Choice[] {
  const back: Choice = { id: 'back', label: trustWords.back, description: trustWords.backFor, event: { type: 'back' } };
  const send: Choice = { id: 'send', label: trustWords.send, description: trustWords.sendFor, event: { type: 'continue' } };
  const unchecked: Choice = { id: 'unchecked', label: trustWords.unchecked, description: trustWords.uncheckedFor, event: { type: 'save-anyway' } };
  return classifyBaseUrl(facts.snapshot.baseUrl).kind === 'refused' ? [back, unchecked] : [back, send, unchecked];
}

/** Saving all the same is possible, and never what Enter alone does. */
const checkChoices: readonly Choice[] = [
  { id: 'again', label: checkWords.again, description: checkWords.againFor, event: { type: 'check-again' } },
  { id: 'edit', label: checkWords.edit, description: checkWords.editFor, event: { type: 'edit-credential' } },
  { id: 'save', label: checkWords.save, description: checkWords.saveFor, event: { type: 'save-anyway' } },
  { id: 'leave', label: checkWords.leave, description: checkWords.leaveFor, event: { type: 'leave' } },
];

/** The check is over, and proved something else than that the credential is good. */
function isUnproved({ run }: Extract<Screen, { readonly name: 'check' }>): boolean {
  return run.state === 'finished' && run.report.verdict !== 'valid';
}

function modelChoice({ model, ...item }: ReturnType<typeof modelChoices>[number]): Choice {
  return { ...item, event: { type: 'model', model } };
}
