import { CacheApp } from '../../../components/cache/CacheApp.tsx';
import { bugLine } from '../../terminal/bug-line.ts';
import { cacheCommandWords } from '../../words/cache-editor.ts';
import { exitCodes, type ExitCode } from '../failure.ts';
import { onFullScreen, requireScreen, type FullScreen } from '../full-screen.tsx';
import { createEditor } from './editor-run.ts';
import type { EditorRun } from './editor-session.ts';
import { readCacheFacts, requireConfig, type CacheReading } from './facts.ts';

/**
 * Shows the editor by itself until it is left. @returns 0: leaving is no failure
 *
 * @throws ExpectedFailure when the config cannot be read, or the terminal cannot show screens
 */
export async function runCacheScreens(run: EditorRun): Promise<ExitCode> {
  const advice = cacheCommandWords.noTerminalAdvice;
  requireScreen(advice);
  // All that must be waited for is here before the first key, so that no key falls between two screens.
  const reading = await readCacheFacts(run.flags, run.host);
  requireConfig(reading.snapshot);
  await onFullScreen({ advice }, (screen) => playCacheEditor(screen, run, reading));
  return exitCodes.done;
}

/** Plays the editor on a screen that is there already, until it is left; what it saved is on disk then. */
export async function playCacheEditor(screen: FullScreen, run: EditorRun, reading: CacheReading): Promise<void> {
  const { feed, guard, theme } = screen;
  const { store, session } = createEditor(run, reading);
  await screen.play({
    onEnd: () => store.dispatch({ type: 'leave' }),
    draw: (leave) => {
      session.start({ store, feed, leave });
      return (
        <CacheApp
          store={store}
          theme={theme}
          onTerminal={(suspend) => screen.setSuspend(suspend)}
          onCrash={(error) => guard.crash(error)}
          describeCrash={bugLine}
        />
      );
    },
  });
}
