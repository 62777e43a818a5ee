import type { WizardState } from '../../components/wizard/state.ts';
import { findProgram } from '../openclaw/find-program.ts';
import { localFiles } from '../openclaw/local-files.ts';
import { openPreferences } from '../preferences/preferences.ts';
import { safeText, type SafeText } from '../terminal/safe-text.ts';
import { goodbyeWords } from '../words/wizard.ts';
import { dashboardCommandWords } from '../words/dashboard.ts';
import { onboardWords } from '../words/onboard.ts';
import { readCacheFacts, type CacheReading } from './cache/facts.ts';
import { playCacheEditor } from './cache/play-cache-editor.tsx';
import { readDashboard } from './dashboard/dashboard-session.ts';
import { createDashboard, playDashboard, type Dashboard } from './dashboard/play-dashboard.tsx';
import { exitCodes, type ExitCode } from './failure.ts';
import { onFullScreen, requireScreen, type FullScreen } from './full-screen.tsx';
import type { InteractiveRun, Scene } from './interactive-run.ts';
import { playWizard, type WizardStart } from './onboard/play-wizard.tsx';
import { print } from './output.ts';
import { readFacts } from './read-facts.ts';

/** How a run on the screen ended. */
interface Ending {
  readonly next: 'end' | 'demo';
  /** The wizard's last state, when it was on the screen last or saved something. */
  readonly wizard: WizardState | null;
}

/**
 * Shows the wizard or the dashboard, and the one after the other as the person goes, until the program is left. The
 * terminal is as before when this returns, or when the process dies of a signal.
 *
 * @returns 0, whether something was saved or not: leaving is no failure
 */
export async function runInteractive(run: InteractiveRun, first: Scene): Promise<ExitCode> {
  const advice = first === 'wizard' ? onboardWords.noTerminalAdvice : dashboardCommandWords.noTerminalAdvice;
  requireScreen(advice);
  // All that must be waited for is here before the first key, so that no key falls between two screens.
  const start = await prepare(run);
  const options = { advice, ...(run.onDeath === undefined ? {} : { onDeath: run.onDeath }) };
  const ending = await onFullScreen(options, (screen) => play(screen, run, first, start));
  if (ending.next === 'demo') return openDemo();
  const goodbye = goodbyeOf(run, ending);
  if (goodbye !== null) print(goodbye);
  return exitCodes.done;
}

async function prepare(run: InteractiveRun): Promise<WizardStart> {
  const facts = await readFacts(run.flags, run.host, Date.now());
  const claudeProgram = run.demo === null ? await findProgram('claude', run.host, localFiles) : null;
  return { facts, claudeProgram, preferences: openPreferences(process.env) };
}

async function play(screen: FullScreen, run: InteractiveRun, first: Scene, start: WizardStart): Promise<Ending> {
  let dashboard: Dashboard | null = null;
  let wizard: WizardState | null = null;
  let scene = first;
  try {
    for (;;) {
      if (scene === 'dashboard') {
        dashboard = await atDashboard(screen, run, dashboard);
        const next = await playDashboard(screen, dashboard);
        if (next === 'end') return { next, wizard: wizard?.saved === null ? null : wizard };
        if (next === 'cache') await atCacheEditor(screen, run);
        else scene = 'wizard';
        continue;
      }
      const facts = dashboard?.store.getState().facts ?? start.facts;
      const left = await playWizard(screen, run, { ...start, facts });
      wizard = left.state.saved === null && wizard !== null ? wizard : left.state;
      if (left.next === 'demo') return { next: 'demo', wizard };
      if (left.next === 'end' && dashboard === null) return { next: 'end', wizard };
      scene = 'dashboard';
    }
  } finally {
    dashboard?.session.stop();
  }
}

/** The dashboard as it was, reading again, or a new one; keys typed ahead wait for it. */
async function atDashboard(screen: FullScreen, run: InteractiveRun, dashboard: Dashboard | null): Promise<Dashboard> {
  if (dashboard !== null) {
    dashboard.session.read();
    return dashboard;
  }
  screen.feed.hold();
  try {
    return createDashboard(screen, run, await readDashboard(run));
  } finally {
    screen.feed.release();
  }
}

/** The editor, on what is on disk now; keys typed ahead wait for it. */
async function atCacheEditor(screen: FullScreen, run: InteractiveRun): Promise<void> {
  screen.feed.hold();
  let reading: CacheReading;
  try {
    reading = await readCacheFacts(run.flags, run.host);
  } finally {
    screen.feed.release();
  }
  // Broken since the dashboard looked: it says so itself, at once.
  if (reading.snapshot.config.state !== 'broken') await playCacheEditor(screen, run, reading);
}

async function openDemo(): Promise<ExitCode> {
  const { runDemo } = await import('./demo.ts');
  return runDemo('wizard');
}

function goodbyeOf(run: InteractiveRun, { wizard }: Ending): SafeText | null {
  // The demo says its own last word, when all of it is gone.
  if (run.demo !== null || wizard === null) return null;
  return wizard.saved === null ? goodbyeWords.nothing : goodbyeWords.saved(safeText(wizard.saved));
}
