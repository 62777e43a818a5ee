import { render } from 'ink';
import type { ThemeSettings } from '../../../components/theme.ts';
import { initialState, type DemoSettings, type WizardState } from '../../../components/wizard/state.ts';
import { createWizardStore, type WizardStore } from '../../../components/wizard/store.ts';
import { WizardApp } from '../../../components/wizard/WizardApp.tsx';
import type { CheckDepth } from '../../anthropic/verdict.ts';
import { isApplying } from '../../changes/apply.ts';
import { findProgram } from '../../openclaw/find-program.ts';
import type { HostEnvironment, InstallationFlags } from '../../openclaw/installation.ts';
import { localFiles } from '../../openclaw/local-files.ts';
import { noticeVersion, openPreferences } from '../../preferences/preferences.ts';
import { bugLine } from '../../terminal/bug-line.ts';
import { terminalCapabilities } from '../../terminal/capabilities.ts';
import { KeyFeed } from '../../terminal/key-feed.ts';
import { guardTerminal, type TerminalGuard } from '../../terminal/lifecycle.ts';
import { safeText, type SafeText } from '../../terminal/safe-text.ts';
import { onboardWords } from '../../words/en/onboard.ts';
import { goodbyeWords } from '../../words/en/wizard.ts';
import { ExpectedFailure, exitCodes, type ExitCode } from '../failure.ts';
import { print } from '../output.ts';
import { readFacts } from '../read-facts.ts';
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

/**
 * Shows the wizard until it is left. The terminal is as before when this returns, or when the process dies of a signal.
 *
 * @returns 0, whether something was saved or not: leaving is no failure
 */
export async function runWizard(run: WizardRun): Promise<ExitCode> {
  const capabilities = terminalCapabilities(process.env, process.stdout);
  if (!capabilities.interactive) throw new ExpectedFailure(exitCodes.usage, onboardWords.dumbTerminal, onboardWords.noTerminalAdvice);
  const { store, session } = await prepare(run);
  const feed = new KeyFeed({
    source: process.stdin,
    onEnd: () => store.dispatch({ type: 'leave' }),
    onSuspend: () => void guard.suspendSelf(),
  });
  const guard = guardTerminal({
    stdin: process.stdin,
    stdout: process.stdout,
    alternateScreen: true,
    beforeDeath: () => mayDie(run),
    onSuspend: () => session.releaseTerminal(),
    onContinue: () => session.takeTerminal(),
  });
  feed.start();
  try {
    await show({ store, session, feed, guard, theme: { color: capabilities.color !== 'none', unicode: capabilities.unicode } });
  } finally {
    feed.stop();
    guard.release();
  }
  if (session.wantsDemo) return openDemo();
  print(goodbye(store.getState()));
  return exitCodes.done;
}

async function prepare(run: WizardRun): Promise<{ readonly store: WizardStore; readonly session: WizardSession }> {
  const preferences = openPreferences();
  const facts = await readFacts(run.flags, run.host, Date.now());
  const claudeProgram = run.demo === null ? await findProgram('claude', run.host, localFiles) : null;
  const initial = initialState(facts, { claudeProgram, depth: run.depth, demo: run.demo }, preferences.read().noticeAcknowledged === noticeVersion);
  const session = new WizardSession({ run, preferences });
  return { session, store: createWizardStore(initial, (effect, state) => session.carryOut(effect, state)) };
}

interface Stage {
  readonly store: WizardStore;
  readonly session: WizardSession;
  readonly feed: KeyFeed;
  readonly guard: TerminalGuard;
  readonly theme: ThemeSettings;
}

async function show({ store, session, feed, guard, theme }: Stage): Promise<void> {
  const app = render(
    <WizardApp
      store={store}
      theme={theme}
      onKeyMode={(mode) => feed.setMode(mode)}
      onTerminal={(suspend) => session.setSuspend(suspend)}
      onCrash={(error) => guard.crash(error)}
      describeCrash={bugLine}
    />,
    { stdin: feed.stdin, alternateScreen: true, interactive: true, exitOnCtrlC: false, incrementalRendering: true },
  );
  session.start({ store, feed, unmount: app.unmount });
  await app.waitUntilExit();
}

/** A write that began is finished first; then what was made beside OpenClaw's files goes. */
function mayDie(run: WizardRun): boolean {
  if (isApplying()) return false;
  run.onDeath?.();
  return true;
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
