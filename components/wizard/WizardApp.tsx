import { useApp, useInput, useWindowSize } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import type { SafeText } from '../../src/terminal/safe-text.ts';
import type { KeyMode } from '../../src/terminal/key-tokens.ts';
import { CrashBoundary } from '../parts/CrashBoundary.tsx';
import { Frame } from '../parts/Frame.tsx';
import { bodyColumns, bodyRows } from '../parts/frame-size.ts';
import { InputModeContext } from '../parts/input-mode.ts';
import { ThemeContext, type ThemeSettings } from '../theme.ts';
import { footerOf, stepOf } from './frame-content.ts';
import { ScreenBody } from './ScreenBody.tsx';
import { shortPath } from './short-path.ts';
import type { WizardStore } from './store.ts';

export interface WizardAppProps {
  readonly store: WizardStore;
  readonly theme: ThemeSettings;
  readonly onKeyMode: (mode: KeyMode) => void;
  /** Gets Ink's own way to give the terminal away for a while. */
  readonly onTerminal: (suspend: (callback: () => Promise<void>) => Promise<void>) => void;
  readonly onCrash: (error: unknown) => void;
  readonly describeCrash: (error: unknown) => SafeText;
}

/** The wizard on the whole screen. Esc and Ctrl+C mean the same everywhere; all other keys belong to the screens. */
export function WizardApp({ store, theme, onKeyMode, onTerminal, onCrash, describeCrash }: WizardAppProps) {
  return (
    <CrashBoundary describe={describeCrash} onCrash={onCrash}>
      <ThemeContext value={theme}>
        <InputModeContext value={onKeyMode}>
          <Wizard store={store} onTerminal={onTerminal} />
        </InputModeContext>
      </ThemeContext>
    </CrashBoundary>
  );
}

function Wizard({ store, onTerminal }: Pick<WizardAppProps, 'store' | 'onTerminal'>) {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const { columns, rows } = useWindowSize();
  const { suspendTerminal } = useApp();
  useEffect(() => onTerminal(suspendTerminal), [onTerminal, suspendTerminal]);
  useInput((input, key) => {
    if (key.escape) store.dispatch({ type: 'back' });
    if (key.ctrl && input === 'c') store.dispatch({ type: 'leave' });
  });
  const { installation } = state.facts.snapshot;
  return (
    <Frame columns={columns} rows={rows} place={shortPath(installation.stateDir.path, installation.home)} {...stepOf(state.screen.name)} footer={footerOf(state)}>
      <ScreenBody state={state} dispatch={store.dispatch} columns={bodyColumns(columns)} rows={bodyRows(rows)} />
    </Frame>
  );
}
