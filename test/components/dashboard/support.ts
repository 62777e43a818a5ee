import { marksFor, type Marks } from '../../../components/theme.ts';
import type { Row } from '../../../components/parts/rows.ts';
import { widthOfSpans } from '../../../components/parts/rows.ts';
import { initialDashboard, update } from '../../../components/dashboard/update.ts';
import type { DashboardEffect, DashboardEvent, DashboardReading, DashboardState } from '../../../components/dashboard/state.ts';
import { makeHome, type HomeContent, type TestHome } from '../../support/homes.ts';
import { readDashboard } from '../../../src/commands/dashboard/dashboard-session.ts';

export const marks: Marks = marksFor({ color: true, unicode: true });

/** A home as the dashboard reads it. */
export interface DashboardHome {
  readonly home: TestHome;
  readonly reading: DashboardReading;
  readonly read: () => Promise<DashboardReading>;
}

const homes: TestHome[] = [];

export async function dashboardHome(content: HomeContent, variables: Readonly<Record<string, string>> = {}): Promise<DashboardHome> {
  const home = await makeHome(content);
  homes.push(home);
  const read = (): Promise<DashboardReading> => readDashboard({ flags: {}, host: home.host(variables) });
  return { home, reading: await read(), read };
}

export async function disposeHomes(): Promise<void> {
  for (const home of homes.splice(0)) await home.dispose();
}

/** A dashboard for which the world does nothing by itself. */
export class Run {
  state: DashboardState;
  readonly effects: DashboardEffect[] = [];

  constructor(reading: DashboardReading, now: number) {
    this.state = initialDashboard(reading, now);
  }

  send(...events: readonly DashboardEvent[]): this {
    for (const event of events) {
      const result = update(this.state, event);
      this.state = result.state;
      this.effects.push(...result.effects);
    }
    return this;
  }
}

export function textOf(rows: readonly Row[]): readonly string[] {
  return rows.map((row) => row.map(({ text }) => text).join('').trimEnd());
}

export function widestOf(rows: readonly Row[]): number {
  return rows.reduce((width, row) => Math.max(width, widthOfSpans(row)), 0);
}
