import { WizardApp } from '../../../components/wizard/WizardApp.tsx';
import { bugLine } from '../../terminal/bug-line.ts';
import type { FullScreen } from '../full-screen.tsx';
import type { InteractiveRun } from '../interactive-run.ts';
import type { SuspendTerminal } from './hand-over.ts';
import { createWizard, type WizardEnding, type WizardStart } from './wizard-run.ts';

/** Plays the wizard on the screen until it is left. */
export async function playWizard(screen: FullScreen, run: InteractiveRun, start: WizardStart): Promise<WizardEnding> {
  const { store, session } = createWizard(run, start);
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
