import type { WizardFacts, WizardState } from '../../components/wizard/state.ts';
import { sweepInstallation } from '../changes/litter.ts';
import { findProgram } from '../openclaw/find-program.ts';
import { localFiles } from '../openclaw/local-files.ts';
import { openPreferences } from '../preferences/preferences.ts';
import type { KeyFeed } from '../terminal/key-feed.ts';
import { safeText, type SafeText } from '../terminal/safe-text.ts';
import { suitEngineToScreens } from '../terminal/engine-settings.ts';
import { goodbyeWords } from '../words/wizard.ts';
import { readCacheFacts, type CacheReading } from './cache/facts.ts';
import { createDashboard, type Dashboard } from './dashboard/dashboard.ts';
import { readDashboard, type AfterDashboard } from './dashboard/dashboard-session.ts';
import { exitCodes } from './failure.ts';
import type { InteractiveRun, RunEnd, Scene } from './interactive-run.ts';
import type { WizardEnding, WizardStart } from './onboard/wizard-run.ts';
import { print } from './output.ts';
import { readFacts } from './read-facts.ts';

/** Where the scenes play: on the whole screen, or in lines. */
export interface Theatre {
  readonly feed: KeyFeed;
  wizard(run: InteractiveRun, start: WizardStart): Promise<WizardEnding>;
  dashboard(dashboard: Dashboard): Promise<AfterDashboard>;
  cacheEditor(run: InteractiveRun, reading: CacheReading): Promise<void>;
}

/** How a run ended. */
interface Ending {
  readonly next: 'end' | 'demo';
  /** The wizard's last state, when it was played last or saved something. */
  readonly wizard: WizardState | null;
}

/**
 * Plays the wizard or the dashboard, and the one after the other as the person goes, until the program is left.
 *
 * @param open opens the theatre, lets play in it, and closes it: the terminal is as before when it returns
 * @returns 0, whether something was saved or not: leaving is no failure; `demo` when the person wants to look around first
 */
export async function playScenes(run: InteractiveRun, first: Scene, open: (play: (theatre: Theatre) => Promise<Ending>) => Promise<Ending>): Promise<RunEnd> {
  suitEngineToScreens();
  // All that must be waited for is here before the first key, so that no key falls between two screens.
  const start = await prepare(run);
  const ending = await open((theatre) => play(theatre, run, first, start));
  if (ending.next === 'demo') return 'demo';
  const goodbye = goodbyeOf(run, ending);
  if (goodbye !== null) print(goodbye);
  return exitCodes.done;
}

async function prepare(run: InteractiveRun): Promise<WizardStart> {
  const facts = await readFacts(run.flags, run.host, Date.now());
  // A run of ours that was killed while saving may have left a credential in a temporary file.
  sweepInstallation(facts.snapshot);
  const claudeProgram = run.demo === null ? await findProgram('claude', run.host, localFiles) : null;
  return { facts, claudeProgram, preferences: openPreferences(process.env) };
}

async function play(theatre: Theatre, run: InteractiveRun, first: Scene, start: WizardStart): Promise<Ending> {
  let dashboard: Dashboard | null = null;
  let wizard: WizardState | null = null;
  let scene = first;
  // What was read before the first scene is a moment old there, and nowhere else.
  const fresh = first === 'dashboard' ? start.facts : null;
  try {
    for (;;) {
      if (scene === 'dashboard') {
        dashboard = await atDashboard(theatre, run, dashboard, fresh);
        const next = await theatre.dashboard(dashboard);
        if (next === 'end') return { next, wizard: wizard?.saved === null ? null : wizard };
        if (next === 'cache') await atCacheEditor(theatre, run);
        else scene = 'wizard';
        continue;
      }
      const facts = dashboard?.store.getState().facts ?? start.facts;
      const left = await theatre.wizard(run, { ...start, facts });
      wizard = left.state.saved === null && wizard !== null ? wizard : left.state;
      if (left.next === 'demo') return { next: 'demo', wizard };
      if (left.next === 'end' && dashboard === null) return { next: 'end', wizard };
      scene = 'dashboard';
    }
  } finally {
    dashboard?.session.stop();
  }
}

/** The dashboard as it was, reading again, or a new one; keys typed ahead wait for it. @param fresh what was just read */
async function atDashboard({ feed }: Theatre, run: InteractiveRun, dashboard: Dashboard | null, fresh: WizardFacts | null): Promise<Dashboard> {
  if (dashboard !== null) {
    dashboard.session.read();
    return dashboard;
  }
  feed.hold();
  try {
    return createDashboard(feed, run, await readDashboard(run, fresh));
  } finally {
    feed.release();
  }
}

/** The editor, on what is on disk now; keys typed ahead wait for it. */
async function atCacheEditor(theatre: Theatre, run: InteractiveRun): Promise<void> {
  theatre.feed.hold();
  let reading: CacheReading;
  try {
    reading = await readCacheFacts(run.flags, run.host);
  } finally {
    theatre.feed.release();
  }
  // Broken since the dashboard looked: it says so itself, at once.
  if (reading.snapshot.config.state !== 'broken') await theatre.cacheEditor(run, reading);
}

function goodbyeOf(run: InteractiveRun, { wizard }: Ending): SafeText | null {
  // The demo says its own last word, when all of it is gone.
  if (run.demo !== null || wizard === null) return null;
  return wizard.saved === null ? goodbyeWords.nothing : goodbyeWords.saved(safeText(wizard.saved));
}
