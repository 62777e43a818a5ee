import { Box, useApp, useInput, useWindowSize } from 'ink';
import { use, useEffect, useSyncExternalStore } from 'react';
import type { KeyMode } from '../../src/terminal/key-tokens.ts';
import type { SafeText } from '../../src/terminal/safe-text.ts';
import { CrashBoundary } from '../parts/CrashBoundary.tsx';
import { Frame } from '../parts/Frame.tsx';
import { bodyColumns, bodyRows } from '../parts/frame-size.ts';
import { InputModeContext } from '../parts/input-mode.ts';
import { keyRows } from '../parts/key-rows.ts';
import { footerFrom } from '../parts/keymap.ts';
import { RowList } from '../parts/RowList.tsx';
import { useCaret } from '../parts/use-caret.ts';
import { marksFor, ThemeContext, type ThemeSettings } from '../theme.ts';
import { shortPath } from '../wizard/short-path.ts';
import { ActionView } from './actions/ActionView.tsx';
import { CheckView } from './CheckView.tsx';
import { commandRows, detailRows } from './detail-rows.ts';
import { titleLine } from './header-rows.ts';
import { bindings, eventOf, helpOf } from './keymap.ts';
import { layoutOf } from './layout.ts';
import { filterCaret, screenRows } from './screen-rows.ts';
import type { DashboardEvent, DashboardState } from './state.ts';
import type { DashboardStore } from './store.ts';
import { TrustView } from './TrustView.tsx';
import type { View } from './view-context.ts';

export interface DashboardAppProps {
  readonly store: DashboardStore;
  readonly theme: ThemeSettings;
  readonly onKeyMode: (mode: KeyMode) => void;
  /** Gets Ink's own way to give the terminal away for a while. */
  readonly onTerminal: (suspend: (callback: () => Promise<void>) => Promise<void>) => void;
  readonly onCrash: (error: unknown) => void;
  readonly describeCrash: (error: unknown) => SafeText;
}

/** The dashboard on the whole screen. Every key goes through the keymap; menus and long texts keep their arrows. */
export function DashboardApp({ store, theme, onKeyMode, onTerminal, onCrash, describeCrash }: DashboardAppProps) {
  return (
    <CrashBoundary describe={describeCrash} onCrash={onCrash}>
      <ThemeContext value={theme}>
        <InputModeContext value={onKeyMode}>
          <Dashboard store={store} onTerminal={onTerminal} />
        </InputModeContext>
      </ThemeContext>
    </CrashBoundary>
  );
}

function Dashboard({ store, onTerminal }: Pick<DashboardAppProps, 'store' | 'onTerminal'>) {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const { columns, rows } = useWindowSize();
  const { suspendTerminal } = useApp();
  useEffect(() => onTerminal(suspendTerminal), [onTerminal, suspendTerminal]);
  useInput((input, key) => {
    const present = store.getState();
    const event = eventOf(present, { input, key, page: pageOf(present, bodyRows(rows)) });
    if (event !== null) store.dispatch(event);
  });
  const { installation } = state.snapshot;
  return (
    <Frame
      columns={columns}
      rows={rows}
      place={shortPath(installation.stateDir.path, installation.home)}
      title={titleLine(state, bodyColumns(columns))}
      footer={footerFrom(bindings, state)}
    >
      <Body state={state} dispatch={store.dispatch} columns={bodyColumns(columns)} rows={bodyRows(rows)} />
    </Frame>
  );
}

/** Lines that a page of the focused table has. */
function pageOf({ shown, focus }: DashboardState, rows: number): number {
  return Math.max(1, layoutOf(rows, shown.board.length, shown.agents.length, focus)[focus] - 1);
}

interface BodyProps {
  readonly state: DashboardState;
  readonly dispatch: (event: DashboardEvent) => void;
  readonly columns: number;
  readonly rows: number;
}

function Body({ state, dispatch, columns, rows }: BodyProps) {
  const marks = marksFor(use(ThemeContext));
  const view = { state, columns, marks };
  const { mode } = state;
  switch (mode.name) {
    case 'filter':
      return <FilteredTables view={view} rows={rows} />;
    case 'tables':
      return <RowList lines={screenRows(view, rows)} columns={columns} rows={rows} />;
    case 'detail':
      return <RowList key="detail" lines={detailRows(view)} columns={columns} rows={rows} />;
    case 'command':
      return <RowList key="command" lines={commandRows(view)} columns={columns} rows={rows} />;
    case 'help':
      return <RowList key="help" lines={keyRows(helpOf(state), columns)} columns={columns} rows={rows} />;
    case 'trust':
      return <TrustView state={state} dispatch={dispatch} columns={columns} rows={rows} />;
    case 'check':
      return <CheckView key={mode.id} state={state} mode={mode} columns={columns} rows={rows} />;
    case 'actions':
    case 'secret':
    case 'lifetime':
    case 'rename':
    case 'copy':
    case 'review':
      return <ActionView key={mode.name} state={state} mode={mode} dispatch={dispatch} columns={columns} rows={rows} />;
  }
}

/** The tables with the filter in the last line, and the terminal's own cursor in it. */
function FilteredTables({ view, rows }: { readonly view: View; readonly rows: number }) {
  const tables = useCaret(filterCaret(view), true, rows - 1);
  return (
    <Box ref={tables} flexDirection="column">
      <RowList lines={screenRows(view, rows)} columns={view.columns} rows={rows} />
    </Box>
  );
}
