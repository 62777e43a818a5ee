import type { Screen, ScreenName, WizardEvent, WizardState } from '../state.ts';

/** What every screen gets: the whole state, its own part of it, where to send events, and the cells it may take. */
export interface ScreenProps<Name extends ScreenName> {
  readonly state: WizardState;
  readonly screen: Extract<Screen, { readonly name: Name }>;
  readonly dispatch: (event: WizardEvent) => void;
  readonly columns: number;
  readonly rows: number;
}
