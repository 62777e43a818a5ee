import type { InteractiveRun, RunEnd, Scene } from './interactive-run.ts';
import { wantsLines } from './wants-lines.ts';

/** Plays a run that begins with the wizard or the dashboard: on the whole screen, or in lines. */
export async function playRun(run: InteractiveRun, first: Scene): Promise<RunEnd> {
  if (wantsLines(run.accessible)) {
    const { runInLines } = await import('./linear/run-in-lines.ts');
    return runInLines(run, first);
  }
  const { runInteractive } = await import('./interactive.tsx');
  return runInteractive(run, first);
}
