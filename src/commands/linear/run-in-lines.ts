import { linearCache } from '../../../components/linear/cache-news.ts';
import type { LinearView } from '../../../components/linear/page.ts';
import { linearStatus } from '../../../components/linear/status-news.ts';
import { linearWizard } from '../../../components/linear/wizard-news.ts';
import type { Store } from '../../../components/store.ts';
import { linearWords } from '../../words/linear.ts';
import { createEditor } from '../cache/editor-run.ts';
import type { EditorRun } from '../cache/editor-session.ts';
import { readCacheFacts, requireConfig, type CacheReading } from '../cache/facts.ts';
import type { Dashboard } from '../dashboard/dashboard.ts';
import type { AfterDashboard } from '../dashboard/dashboard-session.ts';
import { exitCodes, type ExitCode } from '../failure.ts';
import type { InteractiveRun, RunEnd, Scene } from '../interactive-run.ts';
import { createWizard, type WizardEnding, type WizardStart } from '../onboard/wizard-run.ts';
import { playScenes, type Theatre } from '../scenes.ts';
import { Conversation } from './conversation.ts';
import { LineTerminal } from './line-terminal.ts';

/** Plays the scenes in lines. The terminal is as before when this returns, or when the process dies of a signal. */
export function runInLines(run: InteractiveRun, first: Scene): Promise<RunEnd> {
  return playScenes(run, first, (play) => onLines(run.onDeath, (terminal) => play(theatreOn(terminal))));
}

/** The editor of cache settings by itself. @throws ExpectedFailure when the config cannot be read */
export async function runCacheInLines(run: EditorRun): Promise<ExitCode> {
  const reading = await readCacheFacts(run.flags, run.host);
  requireConfig(reading.snapshot);
  await onLines(undefined, (terminal) => playCacheEditor(terminal, run, reading));
  return exitCodes.done;
}

async function onLines<Result>(onDeath: (() => void) | undefined, play: (terminal: LineTerminal) => Promise<Result>): Promise<Result> {
  const terminal = new LineTerminal(onDeath);
  try {
    terminal.say(linearWords.intro);
    return await play(terminal);
  } finally {
    terminal.close();
  }
}

function theatreOn(terminal: LineTerminal): Theatre {
  return {
    feed: terminal.feed,
    wizard: (run, start) => playWizard(terminal, run, start),
    dashboard: (dashboard) => playDashboard(terminal, dashboard),
    cacheEditor: (run, reading) => playCacheEditor(terminal, run, reading),
  };
}

async function playWizard(terminal: LineTerminal, run: InteractiveRun, start: WizardStart): Promise<WizardEnding> {
  const { store, session } = createWizard(run, start);
  session.setSuspend((callback) => terminal.lend(callback));
  await converse(terminal, linearWizard, store, (leave) => session.start({ store, feed: terminal.feed, leave }));
  return { state: store.getState(), next: session.next };
}

async function playDashboard(terminal: LineTerminal, { store, session }: Dashboard): Promise<AfterDashboard> {
  let next: AfterDashboard = 'end';
  await converse(terminal, linearStatus, store, (leave) => {
    session.onLeave((to) => {
      next = to;
      leave();
    });
  });
  return next;
}

async function playCacheEditor(terminal: LineTerminal, run: EditorRun, reading: CacheReading): Promise<void> {
  const { store, session } = createEditor(run, reading);
  await converse(terminal, linearCache, store, (leave) => session.start({ store, feed: terminal.feed, leave }));
}

/** @param start begins what the app asks of the world; `leave` ends the conversation */
async function converse<State, Event>(terminal: LineTerminal, view: LinearView<State, Event>, store: Store<State, Event>, start: (leave: () => void) => void): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let conversation: Conversation<State, Event> | null = null;
  start(() => {
    conversation?.stop();
    resolve();
  });
  conversation = new Conversation(terminal, view, store);
  await promise;
}
