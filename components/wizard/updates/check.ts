import type { CheckStep } from '../../../src/anthropic/verdict.ts';
import { goBack, returnTo, show, stay } from '../navigation.ts';
import { startCheck, towardsName } from '../onward.ts';
import type { Screen, WizardEvent, WizardState, WizardUpdate } from '../state.ts';

type CheckScreen = Extract<Screen, { readonly name: 'check' }>;

/** The live check: steps come in from outside, Esc cancels at once, only a valid verdict goes on by itself with Enter. */
export function updateCheck(state: WizardState, screen: CheckScreen, event: WizardEvent): WizardUpdate {
  switch (event.type) {
    case 'check-step':
      return event.id === screen.id && screen.run.state === 'running'
        ? show(state, { ...screen, run: { state: 'running', steps: withStep(screen.run.steps, event.step) } })
        : stay(state);
    case 'checked':
      return event.id === screen.id
        ? show(state, { ...screen, run: { state: 'finished', steps: event.report.steps, report: event.report } })
        : stay(state);
    case 'back':
      return goBack(state, { do: 'cancel' });
    case 'continue':
      return isValid(screen) ? towardsName(state, screen.answers, reportOf(screen)) : stay(state);
    default:
      return updateVerdict(state, screen, event);
  }
}

/** The four ways on after a verdict other than `valid`. */
function updateVerdict(state: WizardState, screen: CheckScreen, event: WizardEvent): WizardUpdate {
  if (screen.run.state !== 'finished') return stay(state);
  if (event.type === 'check-again') return startCheck(state, screen.answers);
  if (event.type === 'edit-credential') return returnTo(state, screen.answers.credential.variable === null ? 'paste' : 'choose');
  if (event.type === 'save-anyway') return towardsName(state, screen.answers, reportOf(screen));
  return stay(state);
}

function isValid(screen: CheckScreen): boolean {
  return screen.run.state === 'finished' && screen.run.report.verdict === 'valid';
}

function reportOf(screen: CheckScreen): Parameters<typeof towardsName>[2] {
  return screen.run.state === 'finished' ? screen.run.report : null;
}

/** A later word about a step replaces the earlier one. */
function withStep(steps: readonly CheckStep[], step: CheckStep): readonly CheckStep[] {
  return [...steps.filter((known) => known.step !== step.step), step];
}
