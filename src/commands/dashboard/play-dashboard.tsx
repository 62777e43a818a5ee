import { DashboardApp } from '../../../components/dashboard/DashboardApp.tsx';
import { bugLine } from '../../terminal/bug-line.ts';
import type { FullScreen } from '../full-screen.tsx';
import type { Dashboard } from './dashboard.ts';
import type { AfterDashboard } from './dashboard-session.ts';

/** Plays the dashboard on the screen until it is left. @returns where to */
export async function playDashboard(screen: FullScreen, { store, session }: Dashboard): Promise<AfterDashboard> {
  const { feed, guard, theme } = screen;
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
          onKeyMode={(mode) => feed.setMode(mode)}
          onTerminal={(suspend) => screen.setSuspend(suspend)}
          onCrash={(error) => guard.crash(error)}
          describeCrash={bugLine}
        />
      );
    },
  });
  return next;
}
