import { parseLifetime } from '../../../src/rules/duration.ts';
import { expiryProblem, fieldsOf, profileIdProblem } from '../name-form.ts';
import { advance, goBack, show, stay } from '../navigation.ts';
import { reviewOf } from './review.ts';
import type { NameField, NameForm, SaveWish, Screen, WizardEvent, WizardState, WizardUpdate } from '../state.ts';

type NameScreen = Extract<Screen, { readonly name: 'name' }>;

/** Name, end and model, one field after the other; Esc goes back a field first. */
export function updateName(state: WizardState, screen: NameScreen, event: WizardEvent): WizardUpdate {
  const { form } = screen;
  switch (event.type) {
    case 'profile-id':
      return edit(state, screen, { ...form, profileId: event.text, problem: null });
    case 'expiry':
      return edit(state, screen, { ...form, expiry: event.text, problem: null });
    case 'continue':
      return submitField(state, screen);
    case 'model':
      return plan(state, { ...screen, form: { ...form, model: event.model } });
    case 'planned':
      return advance(state, {
        name: 'review',
        wish: event.wish,
        review: reviewOf(event.result),
        saving: { state: 'idle' },
        trouble: null,
      });
    case 'back':
      return previousField(state, screen);
    default:
      return stay(state);
  }
}

function edit(state: WizardState, screen: NameScreen, form: NameForm): WizardUpdate {
  return show(state, { ...screen, form });
}

function submitField(state: WizardState, screen: NameScreen): WizardUpdate {
  const { form, answers } = screen;
  if (form.field === 'model') return stay(state);
  const problem =
    form.field === 'profile-id'
      ? profileIdProblem(state.facts.snapshot, answers.credential.kind, form.profileId)
      : expiryProblem(form.expiry);
  const next = neighbour(screen, 1);
  if (problem !== null || next === undefined) return edit(state, screen, { ...form, problem });
  return edit(state, screen, { ...form, field: next, problem: null });
}

function previousField(state: WizardState, screen: NameScreen): WizardUpdate {
  const previous = neighbour(screen, -1);
  if (previous !== undefined) return edit(state, screen, { ...screen.form, field: previous, problem: null });
  return goBack(state);
}

function neighbour(screen: NameScreen, distance: 1 | -1): NameField | undefined {
  const fields = fieldsOf(screen.answers.credential.kind);
  const index = fields.indexOf(screen.form.field) + distance;
  return index < 0 ? undefined : fields[index];
}

/** Planning is done outside, because it needs the clock; its answer opens the review. */
function plan(state: WizardState, screen: NameScreen): WizardUpdate {
  return show(state, screen, { do: 'plan', wish: wishOf(screen) });
}

function wishOf({ answers, form }: NameScreen): SaveWish {
  return {
    credential: answers.credential,
    scope: answers.scope,
    profileId: form.profileId,
    lifetimeMs: answers.credential.kind === 'setup-token' ? parseLifetime(form.expiry) : null,
    defaultModel: form.model,
  };
}
