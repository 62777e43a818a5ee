import type { EditorRun } from './cache/editor-session.ts';
import type { ExitCode } from './failure.ts';
import type { InteractiveRun, Scene } from './interactive-run.ts';
import { playRun } from './play-run.ts';
import { wantsLines } from './wants-lines.ts';

/** What the command line says about how to show things. */
export interface ScreenFlags {
  readonly accessible?: boolean;
}

/** Begins a run with the wizard or the dashboard, and goes on to the demo where the person asks for it. @returns its exit code */
export async function openScreens(run: InteractiveRun, first: Scene): Promise<ExitCode> {
  const end = await playRun(run, first);
  if (end !== 'demo') return end;
  const { runDemo } = await import('./demo.ts');
  return runDemo('wizard', run.accessible);
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
