import { onboardWords } from '../words/onboard.ts';
import { dashboardCommandWords } from '../words/dashboard.ts';
import { playCacheEditor } from './cache/play-cache-editor.tsx';
import { playDashboard } from './dashboard/play-dashboard.tsx';
import { onFullScreen, requireScreen, type FullScreen } from './full-screen.tsx';
import type { InteractiveRun, RunEnd, Scene } from './interactive-run.ts';
import { playWizard } from './onboard/play-wizard.tsx';
import { playScenes, type Theatre } from './scenes.ts';

/**
 * Plays the scenes on the whole screen. The terminal is as before when this returns, or when the process dies of a signal.
 *
 * @throws ExpectedFailure when the terminal cannot show screens
 */
export async function runInteractive(run: InteractiveRun, first: Scene): Promise<RunEnd> {
  const advice = first === 'wizard' ? onboardWords.noTerminalAdvice : dashboardCommandWords.noTerminalAdvice;
  requireScreen(advice);
  const options = { advice, ...(run.onDeath === undefined ? {} : { onDeath: run.onDeath }) };
  return playScenes(run, first, (play) => onFullScreen(options, (screen) => play(theatreOn(screen))));
}

function theatreOn(screen: FullScreen): Theatre {
  return {
    feed: screen.feed,
    wizard: (run, start) => playWizard(screen, run, start),
    dashboard: (dashboard) => playDashboard(screen, dashboard),
    cacheEditor: (run, reading) => playCacheEditor(screen, run, reading),
  };
}
