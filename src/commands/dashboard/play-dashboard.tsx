import { DashboardApp } from '../../../components/dashboard/DashboardApp.tsx';
import type { DashboardReading } from '../../../components/dashboard/state.ts';
import { createDashboardStore, type DashboardStore } from '../../../components/dashboard/store.ts';
import { initialDashboard } from '../../../components/dashboard/update.ts';
import { bugLine } from '../../terminal/bug-line.ts';
import type { FullScreen } from '../full-screen.tsx';
import type { InteractiveRun } from '../interactive-run.ts';
import { DashboardSession, type AfterDashboard } from './dashboard-session.ts';

/** A dashboard that lives on while other scenes play: its selection and filter are still there when it comes back. */
export interface Dashboard {
  readonly store: DashboardStore;
  readonly session: DashboardSession;
}

export function createDashboard(screen: FullScreen, run: InteractiveRun, reading: DashboardReading): Dashboard {
  const session = new DashboardSession(run);
  const store = createDashboardStore(initialDashboard(reading, Date.now()), (effect, state) => session.carryOut(effect, state));
  session.start({ store, feed: screen.feed });
  return { store, session };
}

/** Plays the dashboard on the screen until it is left. @returns where to */
export async function playDashboard(screen: FullScreen, { store, session }: Dashboard): Promise<AfterDashboard> {
  const { guard, theme } = screen;
  let next: AfterDashboard = 'end';
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
