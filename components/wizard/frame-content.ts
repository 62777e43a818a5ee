import { keyLabels, keyNames, stepNames } from '../../src/words/wizard.ts';
import type { FrameProps } from '../parts/Frame.tsx';
import type { FooterKey } from '../parts/fit-footer.ts';
import type { ScreenName, WizardState } from './state.ts';

type Step = Pick<FrameProps, 'step'>;

const total = 6;

function step(current: number, title: (typeof stepNames)[keyof typeof stepNames]): Step {
  return { step: { current, total, title } };
}

const steps: Readonly<Record<ScreenName, Step>> = {
  found: step(1, stepNames.found),
  choose: step(2, stepNames.credential),
  notice: step(2, stepNames.credential),
  obtain: step(2, stepNames.credential),
  agents: step(2, stepNames.credential),
  paste: step(2, stepNames.credential),
  trust: step(3, stepNames.check),
  check: step(3, stepNames.check),
  name: step(4, stepNames.name),
  review: step(5, stepNames.review),
  done: step(6, stepNames.done),
};

/** The line under the header. */
export function stepOf(name: ScreenName): Step {
  return steps[name];
}

const enter = (label: FooterKey['label']): FooterKey => ({ keys: keyNames.enter, label });
const back: FooterKey = { keys: keyNames.escape, label: keyLabels.back };
const leave: FooterKey = { keys: keyNames.escape, label: keyLabels.leave };
const interrupt: FooterKey = { keys: keyNames.controlC, label: keyLabels.leave };
const arrows: FooterKey = { keys: keyNames.arrows, label: keyLabels.select };
const scroll: FooterKey = { keys: keyNames.arrows, label: keyLabels.scroll };
const readAgain: FooterKey = { keys: keyNames.readAgain, label: keyLabels.readAgain };

/** The keys that work now, most important first. */
export function footerOf(state: WizardState): readonly FooterKey[] {
  const { screen } = state;
  switch (screen.name) {
    case 'found':
      return [enter(keyLabels.continue), leave, readAgain, scroll];
    case 'choose':
    case 'agents':
    case 'trust':
      return [enter(keyLabels.choose), back, arrows, interrupt];
    case 'notice':
      return [enter(keyLabels.understood), back, scroll, interrupt];
    case 'obtain':
      return [
        enter(keyLabels.continue),
        ...(state.settings.claudeProgram === null ? [] : [{ keys: keyNames.runClaude, label: keyLabels.runClaude }]),
        back,
        interrupt,
      ];
    case 'paste':
      return pasteKeys(state, screen.asking);
    case 'check':
      return checkKeys(state);
    case 'name':
      return [enter(screen.form.field === 'model' ? keyLabels.choose : keyLabels.next), back, interrupt];
    case 'review':
      return reviewKeys(state);
    case 'done':
      return [enter(keyLabels.status), leave, scroll];
  }
}

function pasteKeys(state: WizardState, asking: boolean): readonly FooterKey[] {
  if (asking) return [enter(keyLabels.choose), back, arrows, interrupt];
  const sample: readonly FooterKey[] = state.settings.demo === null ? [] : [{ keys: keyNames.tab, label: keyLabels.sample }];
  return [enter(keyLabels.check), ...sample, back, { keys: keyNames.controlU, label: keyLabels.clear }, interrupt];
}

function checkKeys({ screen }: WizardState): readonly FooterKey[] {
  if (screen.name !== 'check' || screen.run.state === 'running') return [{ keys: keyNames.escape, label: keyLabels.cancel }, interrupt];
  return screen.run.report.verdict === 'valid' ? [enter(keyLabels.continue), back, interrupt] : [enter(keyLabels.choose), back, arrows, interrupt];
}

function reviewKeys({ screen }: WizardState): readonly FooterKey[] {
  if (screen.name !== 'review') return [];
  if (screen.review.state === 'refused') return [back, interrupt];
  if (screen.saving.state === 'waiting') return [{ keys: keyNames.escape, label: keyLabels.cancel }];
  return screen.saving.state === 'saving' ? [] : [enter(keyLabels.apply), back, scroll, interrupt];
}
