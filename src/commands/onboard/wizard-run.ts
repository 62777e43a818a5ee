import { initialState, type WizardFacts, type WizardState } from '../../../components/wizard/state.ts';
import { createWizardStore, type WizardStore } from '../../../components/wizard/store.ts';
import { noticeVersion, type PreferenceFile } from '../../preferences/preferences.ts';
import type { InteractiveRun } from '../interactive-run.ts';
import { WizardSession, type AfterWizard } from './wizard-session.ts';

/** What the wizard begins with; all that must be waited for is in it. */
export interface WizardStart {
  readonly facts: WizardFacts;
  /** Path of `claude`, when it is on PATH. */
  readonly claudeProgram: string | null;
  readonly preferences: PreferenceFile;
}

export interface WizardEnding {
  /** The state in which it was left. */
  readonly state: WizardState;
  readonly next: AfterWizard;
}

/** One run of the wizard, wherever it is shown. */
export interface Wizard {
  readonly store: WizardStore;
  readonly session: WizardSession;
}

/** A wizard at its first question; after the first where the command line answered it. */
export function createWizard(run: InteractiveRun, { facts, claudeProgram, preferences }: WizardStart): Wizard {
  const initial = initialState(facts, { claudeProgram, depth: run.depth, demo: run.demo }, preferences.read().noticeAcknowledged === noticeVersion);
  const session = new WizardSession({ run, preferences });
  const store = createWizardStore(initial, (effect, state) => session.carryOut(effect, state));
  if (run.choice !== undefined && run.choice !== null) {
    store.dispatch({ type: 'continue' });
    store.dispatch({ type: 'chose', choice: { kind: run.choice } });
  }
  return { store, session };
}
