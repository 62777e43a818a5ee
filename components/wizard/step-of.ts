import { stepNames } from '../../src/words/wizard.ts';
import type { FrameProps } from '../parts/Frame.tsx';
import type { ScreenName } from './state.ts';

type Step = Required<Pick<FrameProps, 'step'>>['step'];

const total = 6;

function step(current: number, title: (typeof stepNames)[keyof typeof stepNames]): Step {
  return { current, total, title };
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

/** Where a screen stands in the set-up. */
export function stepOf(name: ScreenName): Step {
  return steps[name];
}
