import { useApp, useInput, useWindowSize } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import type { SafeText } from '../../src/terminal/safe-text.ts';
import type { KeyMode } from '../../src/terminal/key-tokens.ts';
import { CrashBoundary } from '../parts/CrashBoundary.tsx';
import { Frame } from '../parts/Frame.tsx';
import { bodyColumns, bodyRows } from '../parts/frame-size.ts';
import { helpFooter, HelpLayer, useHelp } from '../parts/HelpLayer.tsx';
import { InputModeContext } from '../parts/input-mode.ts';
import { eventFrom, footerFrom, helpFrom } from '../parts/keymap.ts';
import { ThemeContext, type ThemeSettings } from '../theme.ts';
import { bindings } from './keymap.ts';
import { ScreenBody } from './ScreenBody.tsx';
import { shortPath } from './short-path.ts';
import type { WizardState } from './state.ts';
import { stepOf } from './step-of.ts';
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

/** The wizard on the whole screen. Keys go through the keymap; menus, fields and long texts keep theirs. */
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
  const help = useHelp(() => offersHelp(store.getState()));
  useInput((input, key) => {
    const press = { input, key, page: bodyRows(rows) };
    const event = help.take(press) ? null : eventFrom(bindings, store.getState(), press);
    if (event !== null) store.dispatch(event);
  });
  const { installation } = state.facts.snapshot;
  return (
    <Frame columns={columns} rows={rows} place={shortPath(installation.stateDir.path, installation.home)} step={stepOf(state.screen.name)} footer={help.isOpen ? helpFooter : footerFrom(bindings, state)}>
      <HelpLayer help={help} keys={helpFrom(bindings, state)} columns={bodyColumns(columns)} rows={bodyRows(rows)}>
        <ScreenBody state={state} dispatch={store.dispatch} columns={bodyColumns(columns)} rows={bodyRows(rows)} />
      </HelpLayer>
    </Frame>
  );
}

/** Where a secret already stands in the field, a question mark could be part of what is typed. */
function offersHelp({ screen }: WizardState): boolean {
  return screen.name !== 'paste' || screen.asking || screen.draft.length === 0;
}
