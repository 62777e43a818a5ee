import type { Marks } from '../theme.ts';
import type { DashboardState } from './state.ts';

/** What the view-models are made from, with the cells that they may take. */
export interface View {
  readonly state: DashboardState;
  readonly columns: number;
  readonly marks: Marks;
}
