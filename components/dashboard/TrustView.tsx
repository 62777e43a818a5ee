import { use } from 'react';
import { LinesAndMenu } from '../parts/LinesAndMenu.tsx';
import { marksFor, ThemeContext } from '../theme.ts';
import type { DashboardEvent, DashboardState } from './state.ts';
import { trustChoices, trustRows } from './trust.ts';

interface TrustViewProps {
  readonly state: DashboardState;
  readonly dispatch: (event: DashboardEvent) => void;
  readonly columns: number;
  readonly rows: number;
}

/** Asks before a secret goes to an address that is not Anthropic's; an address that must not get one is only named. */
export function TrustView({ state, dispatch, columns, rows }: TrustViewProps) {
  const marks = marksFor(use(ThemeContext));
  const choices = trustChoices(state);
  return (
    <LinesAndMenu
      lines={trustRows(state, columns, marks)}
      items={choices}
      columns={columns}
      rows={rows}
      onSelect={(id) => {
        const choice = choices.find((one) => one.id === id);
        if (choice !== undefined) dispatch(choice.event);
      }}
    />
  );
}
