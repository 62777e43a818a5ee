import type { DemoSettings, WizardFacts, WizardState } from '../../../components/wizard/state.ts';
import { initialState } from '../../../components/wizard/state.ts';
import { createWizardStore } from '../../../components/wizard/store.ts';
import { WizardApp } from '../../../components/wizard/WizardApp.tsx';
import type { CheckDepth } from '../../anthropic/verdict.ts';
import { findProgram } from '../../openclaw/find-program.ts';
import type { HostEnvironment, InstallationFlags } from '../../openclaw/installation.ts';
import { localFiles } from '../../openclaw/local-files.ts';
import { noticeVersion, openPreferences, type PreferenceFile } from '../../preferences/preferences.ts';
import { bugLine } from '../../terminal/bug-line.ts';
import { safeText, type SafeText } from '../../terminal/safe-text.ts';
import { onboardWords } from '../../words/en/onboard.ts';
import { goodbyeWords } from '../../words/en/wizard.ts';
import { exitCodes, type ExitCode } from '../failure.ts';
import { onFullScreen, requireScreen, type FullScreen } from '../full-screen.tsx';
import { print } from '../output.ts';
import { readFacts } from '../read-facts.ts';
import type { SuspendTerminal } from './hand-over.ts';
import { WizardSession } from './wizard-session.ts';

export interface WizardRun {
  readonly flags: InstallationFlags;
  readonly depth: CheckDepth;
  readonly host: HostEnvironment;
  /** Set inside the demo. */
  readonly demo: DemoSettings | null;
  /** Undoes what the program made beside OpenClaw's files, when it dies of a signal. */
  readonly onDeath?: () => void;
}

/** What the wizard begins with; all that must be waited for is in it. */
export interface WizardStart {
  readonly facts: WizardFacts;
  /** Path of `claude`, when it is on PATH. */
  readonly claudeProgram: string | null;
  readonly preferences: PreferenceFile;
}

/**
 * Shows the wizard until it is left. The terminal is as before when this returns, or when the process dies of a signal.
 *
 * @returns 0, whether something was saved or not: leaving is no failure
 */
export async function runWizard(run: WizardRun): Promise<ExitCode> {
  const advice = onboardWords.noTerminalAdvice;
  requireScreen(advice);
  const start = await prepareWizard(run);
  const { state, wantsDemo } = await onFullScreen({ advice, ...(run.onDeath === undefined ? {} : { onDeath: run.onDeath }) }, (screen) => playWizard(screen, run, start));
  if (wantsDemo) return openDemo();
  print(goodbye(state));
  return exitCodes.done;
}

async function prepareWizard(run: WizardRun): Promise<WizardStart> {
  const preferences = openPreferences(process.env);
  const facts = await readFacts(run.flags, run.host, Date.now());
  const claudeProgram = run.demo === null ? await findProgram('claude', run.host, localFiles) : null;
  return { facts, claudeProgram, preferences };
}

/** Plays the wizard on a screen that is there already. @returns the state in which it was left */
export async function playWizard(
  screen: FullScreen,
  run: WizardRun,
  { facts, claudeProgram, preferences }: WizardStart,
): Promise<{ readonly state: WizardState; readonly wantsDemo: boolean }> {
  const initial = initialState(facts, { claudeProgram, depth: run.depth, demo: run.demo }, preferences.read().noticeAcknowledged === noticeVersion);
  const session = new WizardSession({ run, preferences });
  const store = createWizardStore(initial, (effect, state) => session.carryOut(effect, state));
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
  return { state: store.getState(), wantsDemo: session.wantsDemo };
}

async function openDemo(): Promise<ExitCode> {
  const { runDemo } = await import('../demo.ts');
  return runDemo();
}

function goodbye(state: WizardState): SafeText {
  if (state.settings.demo !== null) return goodbyeWords.demo;
  if (state.saved === null) return goodbyeWords.nothing;
  return goodbyeWords.saved(safeText(state.saved));
}
