import { planWish } from '../../../components/cache/plan-wish.ts';
import type { EditorEffect, EditorEvent, EditorState, EditorWish } from '../../../components/cache/state.ts';
import type { EditorStore } from '../../../components/cache/store.ts';
import type { Change } from '../../changes/change.ts';
import type { HostEnvironment, InstallationFlags } from '../../openclaw/installation.ts';
import type { Agent } from '../../openclaw/snapshot.ts';
import type { KeyFeed } from '../../terminal/key-feed.ts';
import { takeBack } from '../take-back.ts';
import { ScreenJob, type Job } from '../screen-job.ts';
import { applyConfigChange } from './apply-plan.ts';
import { readCacheFacts, type CacheReading } from './facts.ts';
import { measuredUsage } from './measured-usage.ts';

export interface EditorRun {
  readonly flags: InstallationFlags;
  readonly host: HostEnvironment;
}

interface Stage {
  readonly store: EditorStore;
  readonly feed: KeyFeed;
  readonly leave: () => void;
}

/** Carries out what the editor asks of the disk. While it writes, keys wait, so that none answers what is not yet seen. */
export class EditorSession {
  readonly #run: EditorRun;
  #stage: Stage | null = null;
  readonly #job = new ScreenJob();

  constructor(run: EditorRun) {
    this.#run = run;
  }

  start(stage: Stage): void {
    this.#stage = stage;
  }

  carryOut(effect: EditorEffect, state: EditorState): void {
    switch (effect.do) {
      case 'plan':
        return this.#dispatch({ type: 'planned', plan: planWish(state.facts, effect.wish), wish: effect.wish });
      case 'apply':
        return this.#start((signal) => this.#apply(effect.change, effect.wish, state, signal));
      case 'measure':
        return this.#start(() => this.#measure(effect.agent, state));
      case 'undo':
        return this.#start((signal) => this.#undo(state, signal));
      case 'cancel':
        return this.#job.abort();
      case 'leave':
        this.#job.abort();
        this.#stage?.leave();
    }
  }

  #start(job: Job): void {
    if (this.#stage !== null) this.#job.start(this.#stage.feed, job);
  }

  async #apply(change: Change, wish: EditorWish, state: EditorState, signal: AbortSignal): Promise<boolean> {
    const { result, remembered } = await applyConfigChange(state.facts.snapshot, change, {
      signal,
      remember: true,
      onWaiting: (holder, elapsedMs) => this.#dispatch({ type: 'waiting', holder, elapsedMs }),
    });
    const facts = await this.#read();
    const plan = result.state === 'conflict' ? planWish(facts, wish) : null;
    this.#dispatch({ type: 'applied', result, remembered, facts, plan });
    return result.state === 'applied';
  }

  async #undo({ facts }: EditorState, signal: AbortSignal): Promise<boolean> {
    const outcome = await takeBack(facts.snapshot, signal);
    this.#dispatch({ type: 'undone', outcome, facts: await this.#read() });
    return true;
  }

  async #measure(agent: Agent, { facts }: EditorState): Promise<boolean> {
    this.#dispatch({ type: 'measured', usage: await measuredUsage(facts.snapshot, agent) });
    return true;
  }

  #read(): Promise<CacheReading> {
    return readCacheFacts(this.#run.flags, this.#run.host);
  }

  #dispatch(event: EditorEvent): void {
    this.#stage?.store.dispatch(event);
  }
}
