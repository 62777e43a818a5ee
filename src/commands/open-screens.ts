import { preferencesPlace } from '../preferences/place.ts';
import { readPreferences } from '../preferences/read-preferences.ts';
import { isAccessible } from '../terminal/accessible.ts';
import { terminalCapabilities } from '../terminal/capabilities.ts';
import type { EditorRun } from './cache/editor-session.ts';
import type { ExitCode } from './failure.ts';
import type { InteractiveRun, Scene } from './interactive-run.ts';

/** What the command line says about how to show things. */
export interface ScreenFlags {
  readonly accessible?: boolean;
}

/** Begins a run with the wizard or the dashboard. @returns its exit code */
export async function openScreens(run: InteractiveRun, first: Scene): Promise<ExitCode> {
  if (wantsLines(run.accessible)) {
    const { runInLines } = await import('./linear/run-in-lines.ts');
    return runInLines(run, first);
  }
  const { runInteractive } = await import('./interactive.tsx');
  return runInteractive(run, first);
}

/** Opens the editor of cache settings by itself. @returns its exit code */
export async function openCacheEditor(run: EditorRun, accessible: boolean | undefined): Promise<ExitCode> {
  if (wantsLines(accessible)) {
    const { runCacheInLines } = await import('./linear/run-in-lines.ts');
    return runCacheInLines(run);
  }
  const { runCacheScreens } = await import('./cache/play-cache-editor.tsx');
  return runCacheScreens(run);
}

/** A terminal that cannot move its cursor (TERM=dumb) can show lines all the same. */
function wantsLines(asked: boolean | undefined): boolean {
  const { preferences } = readPreferences(preferencesPlace(process.env));
  const cannotDraw = process.stdout.isTTY && !terminalCapabilities(process.env, process.stdout).interactive;
  return cannotDraw || isAccessible({ asked, variables: process.env, preferred: preferences.accessible });
}
