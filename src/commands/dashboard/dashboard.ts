import type { DashboardReading } from '../../../components/dashboard/state.ts';
import { createDashboardStore, type DashboardStore } from '../../../components/dashboard/store.ts';
import { initialDashboard } from '../../../components/dashboard/update.ts';
import { refreshSeconds } from '../../preferences/definitions.ts';
import { preferencesPlace } from '../../preferences/place.ts';
import { readPreferences } from '../../preferences/read-preferences.ts';
import type { KeyFeed } from '../../terminal/key-feed.ts';
import type { InteractiveRun } from '../interactive-run.ts';
import { DashboardSession } from './dashboard-session.ts';

/** A dashboard that lives on while other scenes play: its selection and filter are still there when it comes back. */
export interface Dashboard {
  readonly store: DashboardStore;
  readonly session: DashboardSession;
}

/** @param feed the keys, which wait while the session works */
export function createDashboard(feed: KeyFeed, run: InteractiveRun, reading: DashboardReading): Dashboard {
  const { preferences } = readPreferences(preferencesPlace(process.env));
  const session = new DashboardSession(run, (preferences.refresh ?? refreshSeconds.usual) * 1000);
  const store = createDashboardStore(initialDashboard(reading, Date.now()), (effect, state) => session.carryOut(effect, state));
  session.start({ store, feed });
  return { store, session };
}
