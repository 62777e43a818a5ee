import type { PreparedCredential, SaveWish, WizardEffect, WizardState } from '../../../components/wizard/state.ts';
import type { WizardStore } from '../../../components/wizard/store.ts';
import type { Change } from '../../changes/change.ts';
import type { PreferenceFile } from '../../preferences/preferences.ts';
import type { KeyFeed } from '../../terminal/key-feed.ts';
import { readFacts } from '../read-facts.ts';
import { applySave, planSave } from '../save.ts';
import { ScreenJob, type Job } from '../screen-job.ts';
import type { InteractiveRun } from '../interactive-run.ts';
import { handOver, type SuspendTerminal } from './hand-over.ts';
import { liveCheck } from './live-check.ts';


/** What comes after the wizard. */
export type AfterWizard = 'end' | 'demo' | 'dashboard';

/** What the session works with once the screen is up. */
interface Stage {
  readonly store: WizardStore;
  readonly feed: KeyFeed;
  readonly leave: () => void;
}

/**
 * Carries out what the wizard asks of the world: the network, the disk, the child process, the end.
 */
export class WizardSession {
  readonly #run: InteractiveRun;
  readonly #preferences: PreferenceFile;
  #stage: Stage | null = null;
  readonly #job = new ScreenJob();
  #suspend: SuspendTerminal | null = null;
  #next: AfterWizard = 'end';

  constructor(options: { readonly run: InteractiveRun; readonly preferences: PreferenceFile }) {
    this.#run = options.run;
    this.#preferences = options.preferences;
  }

  /** Where the person went from here. */
  get next(): AfterWizard {
    return this.#next;
  }

  start(stage: Stage): void {
    this.#stage = stage;
  }

  setSuspend(suspend: SuspendTerminal): void {
    this.#suspend = suspend;
  }

  carryOut(effect: WizardEffect, state: WizardState): void {
    switch (effect.do) {
      case 'check':
        return this.#start((signal) => this.#check(effect.id, effect.credential, state, signal));
      case 'apply':
        return this.#start((signal) => this.#apply(effect.change, effect.wish, state, signal));
      case 'read':
        return this.#start(() => this.#read());
      case 'run-claude':
        return this.#start(() => this.#runClaude(state));
      case 'plan':
        return this.#dispatch({ type: 'planned', result: planSave(state.facts, effect.wish, Date.now()), wish: effect.wish });
      case 'cancel':
        return this.#job.abort();
      case 'remember-notice':
        void this.#preferences.rememberNotice();
        return;
      case 'demo':
      case 'dashboard':
        this.#next = effect.do;
        return this.#leave();
      case 'leave':
        return this.#leave();
    }
  }

  #start(job: Job): void {
    if (this.#stage !== null) this.#job.start(this.#stage.feed, job);
  }

  async #check(id: number, credential: PreparedCredential, state: WizardState, signal: AbortSignal): Promise<boolean> {
    const report = await liveCheck(state.facts.snapshot, credential, state.settings.depth, signal, (step) =>
      this.#dispatch({ type: 'check-step', id, step }),
    );
    this.#dispatch({ type: 'checked', id, report });
    return report.verdict === 'valid';
  }

  async #apply(change: Change, wish: SaveWish, state: WizardState, signal: AbortSignal): Promise<boolean> {
    const result = await applySave(state.facts, change, {
      signal,
      onWaiting: (holder, elapsedMs) => this.#dispatch({ type: 'waiting', holder, elapsedMs }),
      readAgain: () => this.#facts(),
    });
    const facts = await this.#facts();
    const plan = result.state === 'conflict' ? planSave(facts, wish, Date.now()) : null;
    this.#dispatch({ type: 'applied', result, facts, plan });
    return result.state === 'applied';
  }

  async #read(): Promise<boolean> {
    this.#dispatch({ type: 'facts', facts: await this.#facts() });
    return true;
  }

  async #runClaude(state: WizardState): Promise<boolean> {
    const program = state.settings.claudeProgram;
    if (program === null || this.#suspend === null || this.#stage === null) return false;
    await handOver(program, ['setup-token'], this.#stage.feed, this.#suspend);
    return false;
  }

  #facts(): ReturnType<typeof readFacts> {
    return readFacts(this.#run.flags, this.#run.host, Date.now());
  }

  #dispatch(event: Parameters<WizardStore['dispatch']>[0]): void {
    this.#stage?.store.dispatch(event);
  }

  #leave(): void {
    this.#job.abort();
    this.#stage?.leave();
  }
}
