import { DashboardApp } from '../../../components/dashboard/DashboardApp.tsx';
import type { DashboardReading } from '../../../components/dashboard/state.ts';
import { createDashboardStore } from '../../../components/dashboard/store.ts';
import { initialDashboard } from '../../../components/dashboard/update.ts';
import { findProgram } from '../../openclaw/find-program.ts';
import type { HostEnvironment, InstallationFlags } from '../../openclaw/installation.ts';
import { localFiles } from '../../openclaw/local-files.ts';
import { openPreferences } from '../../preferences/preferences.ts';
import { bugLine } from '../../terminal/bug-line.ts';
import { dashboardCommandWords } from '../../words/en/dashboard.ts';
import { exitCodes, type ExitCode } from '../failure.ts';
import { onFullScreen, requireScreen, type FullScreen } from '../full-screen.tsx';
import { playWizard } from '../onboard/run-wizard.tsx';
import { DashboardSession, readDashboard } from './dashboard-session.ts';

export interface DashboardRun {
  readonly flags: InstallationFlags;
  readonly host: HostEnvironment;
}

/**
 * Shows the dashboard until it is left; the wizard plays on the same screen when a credential is added.
 *
 * @returns 0: leaving is no failure
 */
export async function runDashboard(run: DashboardRun): Promise<ExitCode> {
  const advice = dashboardCommandWords.noTerminalAdvice;
  requireScreen(advice);
  // All that must be waited for is here before the first key, so that no key falls between two screens.
  const reading = await readDashboard(run);
  const claudeProgram = await findProgram('claude', run.host, localFiles);
  const next = await onFullScreen({ advice }, (screen) => play(screen, run, reading, claudeProgram));
  if (next !== 'demo') return exitCodes.done;
  const { runDemo } = await import('../demo.ts');
  return runDemo();
}

/** @returns where the person went from here */
async function play(screen: FullScreen, run: DashboardRun, reading: DashboardReading, claudeProgram: string | null): Promise<'end' | 'demo'> {
  const session = new DashboardSession(run);
  const store = createDashboardStore(initialDashboard(reading, Date.now()), (effect, state) => session.carryOut(effect, state));
  session.start({ store, feed: screen.feed });
  try {
    for (;;) {
      const next = await playTables(screen, store, session);
      if (next === 'end') return 'end';
      const { facts } = store.getState();
      const left = await playWizard(screen, { ...run, depth: 'message', demo: null }, { facts, claudeProgram, preferences: openPreferences(process.env) });
      if (left.wantsDemo) return 'demo';
      session.read();
    }
  } finally {
    session.stop();
  }
}

async function playTables(screen: FullScreen, store: ReturnType<typeof createDashboardStore>, session: DashboardSession): Promise<'end' | 'wizard'> {
  const { guard, theme } = screen;
  let next: 'end' | 'wizard' = 'end';
  await screen.play({
    onEnd: () => store.dispatch({ type: 'leave' }),
    draw: (leave) => {
      session.onLeave((to) => {
        next = to;
        leave();
      });
      return (
        <DashboardApp
          store={store}
          theme={theme}
          onTerminal={(suspend) => screen.setSuspend(suspend)}
          onCrash={(error) => guard.crash(error)}
          describeCrash={bugLine}
        />
      );
    },
  });
  return next;
}
