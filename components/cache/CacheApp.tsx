import { useApp, useInput, useWindowSize, type Key } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import type { SafeText } from '../../src/terminal/safe-text.ts';
import { editorWords } from '../../src/words/cache-screens.ts';
import { CrashBoundary } from '../parts/CrashBoundary.tsx';
import type { FooterKey } from '../parts/fit-footer.ts';
import { Frame } from '../parts/Frame.tsx';
import { bodyColumns, bodyRows } from '../parts/frame-size.ts';
import { ThemeContext, type ThemeSettings } from '../theme.ts';
import { shortPath } from '../wizard/short-path.ts';
import { EditorBody } from './EditorBody.tsx';
import { titleOf } from './editor-title.ts';
import type { EditorEvent, EditorState } from './state.ts';
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
  useInput((input, key) => {
    const event = eventOf(store.getState(), input, key, bodyRows(rows));
    if (event !== null) store.dispatch(event);
  });
  const { installation } = state.facts.snapshot;
  return (
    <Frame columns={columns} rows={rows} place={shortPath(installation.config.path, installation.home)} title={titleOf(state)} footer={footerOf(state)}>
      <EditorBody state={state} dispatch={store.dispatch} columns={bodyColumns(columns)} rows={bodyRows(rows)} />
    </Frame>
  );
}

/** What a key means; arrows and Enter of the menu belong to the menu. */
function eventOf({ screen }: EditorState, input: string, key: Key, rows: number): EditorEvent | null {
  if (key.ctrl && input === 'c') return { type: 'leave' };
  if (key.escape) return { type: 'back' };
  if (screen.name === 'review') return key.return ? { type: 'continue' } : null;
  if (screen.name === 'advice') return adviceEvent(input, key);
  return screen.name === 'table' ? tableEvent(input, key, rows) : null;
}

function adviceEvent(input: string, key: Key): EditorEvent | null {
  if (key.return) return { type: 'edit-agent' };
  if (input === 'm') return { type: 'as-measured' };
  if (key.leftArrow) return { type: 'slide', which: 'every', by: -1 };
  if (key.rightArrow) return { type: 'slide', which: 'every', by: 1 };
  if (key.downArrow) return { type: 'slide', which: 'prefix', by: -1 };
  return key.upArrow ? { type: 'slide', which: 'prefix', by: 1 } : null;
}

function tableEvent(input: string, key: Key, rows: number): EditorEvent | null {
  if (key.return) return { type: 'edit-agent' };
  if (key.upArrow || input === 'k') return { type: 'move', by: -1 };
  if (key.downArrow || input === 'j') return { type: 'move', by: 1 };
  if (key.pageUp) return { type: 'move', by: -rows };
  if (key.pageDown) return { type: 'move', by: rows };
  if (input === 'b') return { type: 'edit-model' };
  if (input === 'a') return { type: 'advise' };
  if (input === 'm') return { type: 'migrate' };
  if (input === 'u') return { type: 'undo' };
  return input === 'q' ? { type: 'back' } : null;
}

function footerOf({ screen }: EditorState): readonly FooterKey[] {
  const { keys } = editorWords;
  const back: FooterKey = { keys: keys.escape, label: keys.back };
  switch (screen.name) {
    case 'table':
      return [
        { keys: keys.enter, label: keys.change },
        { keys: keys.b, label: keys.model },
        { keys: keys.a, label: keys.advice },
        { keys: keys.u, label: keys.undo },
        { keys: keys.escape, label: keys.leave },
        { keys: keys.m, label: keys.migrate },
        { keys: keys.arrows, label: keys.move },
      ];
    case 'advice':
      return [{ keys: keys.enter, label: keys.change }, ...(canGoBackToMeasured(screen) ? [{ keys: keys.m, label: keys.asMeasured }] : []), back];
    case 'menu':
    case 'migrate':
      return [{ keys: keys.enter, label: keys.review }, back, { keys: keys.arrows, label: keys.move }];
    case 'review':
      return screen.plan.state === 'planned' ? [{ keys: keys.enter, label: keys.save }, back] : [back];
  }
}

function canGoBackToMeasured({ usage, sliders }: Extract<EditorState['screen'], { readonly name: 'advice' }>): boolean {
  return usage.state === 'read' && usage.summary !== null && (sliders.every !== 'measured' || sliders.prefix !== 'measured');
}
