import { useApp, useInput, useWindowSize } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import type { SafeText } from '../../src/terminal/safe-text.ts';
import { CrashBoundary } from '../parts/CrashBoundary.tsx';
import { Frame } from '../parts/Frame.tsx';
import { bodyColumns, bodyRows } from '../parts/frame-size.ts';
import { helpFooter, HelpLayer, useHelp } from '../parts/HelpLayer.tsx';
import { eventFrom, footerFrom, helpFrom } from '../parts/keymap.ts';
import { ThemeContext, type ThemeSettings } from '../theme.ts';
import { shortPath } from '../wizard/short-path.ts';
import { EditorBody } from './EditorBody.tsx';
import { titleOf } from './editor-title.ts';
import { bindings } from './keymap.ts';
import type { EditorStore } from './store.ts';

export interface CacheAppProps {
  readonly store: EditorStore;
  readonly theme: ThemeSettings;
  /** Gets Ink's own way to give the terminal away for a while. */
  readonly onTerminal: (suspend: (callback: () => Promise<void>) => Promise<void>) => void;
  readonly onCrash: (error: unknown) => void;
  readonly describeCrash: (error: unknown) => SafeText;
}

/** The editor of cache settings on the whole screen. */
export function CacheApp({ store, theme, onTerminal, onCrash, describeCrash }: CacheAppProps) {
  return (
    <CrashBoundary describe={describeCrash} onCrash={onCrash}>
      <ThemeContext value={theme}>
        <Editor store={store} onTerminal={onTerminal} />
      </ThemeContext>
    </CrashBoundary>
  );
}

function Editor({ store, onTerminal }: Pick<CacheAppProps, 'store' | 'onTerminal'>) {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const { columns, rows } = useWindowSize();
  const { suspendTerminal } = useApp();
  useEffect(() => onTerminal(suspendTerminal), [onTerminal, suspendTerminal]);
  const help = useHelp(() => true);
  useInput((input, key) => {
    const press = { input, key, page: bodyRows(rows) };
    const event = help.take(press) ? null : eventFrom(bindings, store.getState(), press);
    if (event !== null) store.dispatch(event);
  });
  const { installation } = state.facts.snapshot;
  return (
    <Frame columns={columns} rows={rows} place={shortPath(installation.config.path, installation.home)} title={titleOf(state)} footer={help.isOpen ? helpFooter : footerFrom(bindings, state)}>
      <HelpLayer help={help} keys={helpFrom(bindings, state)} columns={bodyColumns(columns)} rows={bodyRows(rows)}>
        <EditorBody state={state} dispatch={store.dispatch} columns={bodyColumns(columns)} rows={bodyRows(rows)} />
      </HelpLayer>
    </Frame>
  );
}
