import { initialState, type WizardFacts, type WizardState } from '../../../components/wizard/state.ts';
import { createWizardStore } from '../../../components/wizard/store.ts';
import { WizardApp } from '../../../components/wizard/WizardApp.tsx';
import { noticeVersion, type PreferenceFile } from '../../preferences/preferences.ts';
import { bugLine } from '../../terminal/bug-line.ts';
import type { FullScreen } from '../full-screen.tsx';
import type { InteractiveRun } from '../interactive-run.ts';
import type { SuspendTerminal } from './hand-over.ts';
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

/** Plays the wizard on the screen until it is left. */
export async function playWizard(screen: FullScreen, run: InteractiveRun, { facts, claudeProgram, preferences }: WizardStart): Promise<WizardEnding> {
  const initial = initialState(facts, { claudeProgram, depth: run.depth, demo: run.demo }, preferences.read().noticeAcknowledged === noticeVersion);
  const session = new WizardSession({ run, preferences });
  const store = createWizardStore(initial, (effect, state) => session.carryOut(effect, state));
  if (run.choice !== undefined && run.choice !== null) {
    store.dispatch({ type: 'continue' });
    store.dispatch({ type: 'chose', choice: { kind: run.choice } });
  }
  const { feed, guard, theme } = screen;
  const onTerminal = (suspend: SuspendTerminal): void => {
    screen.setSuspend(suspend);
    session.setSuspend(suspend);
  };
  await screen.play({
    onEnd: () => store.dispatch({ type: 'leave' }),
    draw: (leave) => {
      session.start({ store, feed, leave });
      return (
        <WizardApp
          store={store}
          theme={theme}
          onKeyMode={(mode) => feed.setMode(mode)}
          onTerminal={onTerminal}
          onCrash={(error) => guard.crash(error)}
          describeCrash={bugLine}
        />
      );
    },
  });
  return { state: store.getState(), next: session.next };
}
