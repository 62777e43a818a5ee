import { nextTickMs } from '../../../components/dashboard/derive.ts';
import type { DashboardEffect, DashboardEvent, DashboardReading, DashboardState } from '../../../components/dashboard/state.ts';
import type { DashboardStore } from '../../../components/dashboard/store.ts';
import type { PreparedCredential, WizardFacts } from '../../../components/wizard/state.ts';
import type { Change } from '../../changes/change.ts';
import { planProfile } from '../../changes/profiles/plan-profile.ts';
import type { ProfilePlan, ProfileWish } from '../../changes/profiles/profile-plan.ts';
import { configLayers, hostLayers } from '../../openclaw/environment.ts';
import { gatewayPresence } from '../../openclaw/gateway-presence.ts';
import { localFiles } from '../../openclaw/local-files.ts';
import { snapshotPaths, watchInstallation, type InstallationWatch } from '../../openclaw/watch.ts';
import { effectiveConfig } from '../../rules/agents.ts';
import type { KeyFeed } from '../../terminal/key-feed.ts';
import { applyConfigChange } from '../cache/apply-plan.ts';
import type { InteractiveRun } from '../interactive-run.ts';
import { readProfileFacts } from '../models-auth/facts.ts';
import { liveCheck } from '../onboard/live-check.ts';
import { readFacts } from '../read-facts.ts';
import { ScreenJob, type Job } from '../screen-job.ts';
import { takeBack } from '../take-back.ts';

/** How often is looked whether the gateway runs: no file tells when it starts or ends. */
const gatewayLookMs = 5000;

/**
 * Reads the installation, and looks for its gateway. Writes nothing, connects to nothing.
 *
 * @param known facts that were just read; they are not read again
 */
export async function readDashboard(run: Pick<InteractiveRun, 'flags' | 'host'>, known: WizardFacts | null = null): Promise<DashboardReading> {
  const facts = known ?? (await readFacts(run.flags, run.host, Date.now()));
  const { installation, config } = facts.snapshot;
  const environment = [
    ...(await hostLayers(run.host, installation.stateDir.path, localFiles)),
    ...configLayers(effectiveConfig(config), installation.config.path),
  ];
  return { facts, environment, gateway: await gatewayPresence(config, run.host, localFiles) };
}

/** What comes after the dashboard. */
export type AfterDashboard = 'end' | 'wizard' | 'cache';

interface Stage {
  readonly store: DashboardStore;
  readonly feed: KeyFeed;
}

/**
 * Carries out what the dashboard asks of the world, and brings it the clock and what changes on disk. The clock is asked
 * at every tick: after a sleep, or when it is set, the next tick is right by itself.
 */
export class DashboardSession {
  readonly #run: InteractiveRun;
  readonly #stepMs: number;
  #stage: Stage | null = null;
  #job = new AbortController();
  readonly #work = new ScreenJob();
  #ticker: NodeJS.Timeout | null = null;
  #gatewayLook: NodeJS.Timeout | null = null;
  #watch: InstallationWatch | null = null;
  #watched = '';
  #reading: 'idle' | 'busy' | 'again' = 'idle';
  #leave: (next: AfterDashboard) => void = () => undefined;
  #isOver = false;

  /** @param stepMs of countdowns */
  constructor(run: InteractiveRun, stepMs: number) {
    this.#run = run;
    this.#stepMs = stepMs;
  }

  /** Begins to watch files and clock. */
  start(stage: Stage): void {
    this.#stage = stage;
    this.#watchFiles(stage.store.getState());
    this.#tickLater();
    this.#gatewayLook = setInterval(() => void this.#lookForGateway(), gatewayLookMs);
  }

  /** Who is told when the person leaves the screen, and where to. */
  onLeave(leave: (next: AfterDashboard) => void): void {
    this.#leave = leave;
  }

  /** Nothing more is watched or told. */
  stop(): void {
    this.#isOver = true;
    this.#work.abort();
    this.#job.abort();
    this.#watch?.close();
    if (this.#ticker !== null) clearTimeout(this.#ticker);
    if (this.#gatewayLook !== null) clearInterval(this.#gatewayLook);
  }

  carryOut(effect: DashboardEffect, state: DashboardState): void {
    switch (effect.do) {
      case 'read':
        return this.read();
      case 'check':
        return this.#check(effect.id, effect.credential, state);
      case 'cancel':
        this.#work.abort();
        return this.#job.abort();
      case 'plan':
        return this.#start(() => this.#plan(effect.wish));
      case 'apply':
        return this.#start((signal) => this.#apply(effect.change, effect.wish, state, signal));
      case 'undo':
        return this.#start((signal) => this.#undo(state, signal));
      case 'wizard':
      case 'cache':
        return this.#leave(effect.do);
      case 'leave':
        return this.#leave('end');
    }
  }

  #start(job: Job): void {
    if (this.#stage !== null) this.#work.start(this.#stage.feed, job);
  }

  /** From what lies on disk now, not from what was shown: another program may have written since. */
  async #plan(wish: ProfileWish): Promise<boolean> {
    this.#dispatch({ type: 'planned', wish, plan: await this.#planned(wish) });
    return true;
  }

  async #apply(change: Change, wish: ProfileWish, { facts }: DashboardState, signal: AbortSignal): Promise<boolean> {
    const { result, remembered } = await applyConfigChange(facts.snapshot, change, {
      signal,
      remember: true,
      readAgain: async () => (await readFacts(this.#run.flags, this.#run.host, Date.now())).snapshot,
      onWaiting: (holder, elapsedMs) => this.#dispatch({ type: 'waiting', holder, elapsedMs }),
    });
    const plan = result.state === 'conflict' ? await this.#planned(wish) : null;
    this.#dispatchFacts(await readDashboard(this.#run));
    this.#dispatch({ type: 'applied', result, remembered, plan });
    return result.state === 'applied';
  }

  async #undo({ facts }: DashboardState, signal: AbortSignal): Promise<boolean> {
    const outcome = await takeBack(facts.snapshot, signal);
    this.#dispatchFacts(await readDashboard(this.#run));
    this.#dispatch({ type: 'undone', outcome });
    return true;
  }

  async #planned(wish: ProfileWish): Promise<ProfilePlan> {
    return planProfile(await readProfileFacts(this.#run.flags, this.#run.host), wish, { now: Date.now(), force: false });
  }

  #dispatch(event: DashboardEvent): void {
    if (!this.#isOver) this.#stage?.store.dispatch(event);
  }

  /** Reads everything again; what changes meanwhile is read once more afterwards. */
  read(): void {
    if (this.#reading !== 'idle') {
      this.#reading = 'again';
      return;
    }
    this.#reading = 'busy';
    fail(this.#readUntilQuiet());
  }

  async #readUntilQuiet(): Promise<void> {
    try {
      do {
        this.#reading = 'busy';
        const reading = await readDashboard(this.#run);
        this.#dispatchFacts(reading);
      } while (this.#readAgain());
    } finally {
      this.#reading = 'idle';
    }
  }

  /** A method, because the state changes while the reading waits. */
  #readAgain(): boolean {
    return this.#reading === 'again' && !this.#isOver;
  }

  #dispatchFacts(reading: DashboardReading): void {
    if (this.#isOver || this.#stage === null) return;
    const { store } = this.#stage;
    store.dispatch({ type: 'facts', reading, now: Date.now() });
    this.#watchFiles(store.getState());
    this.#tickLater();
  }

  /** The set of files follows the config: an agent that comes brings its store. */
  #watchFiles({ facts }: DashboardState): void {
    const paths = snapshotPaths(facts.snapshot);
    const key = paths.join('\n');
    if (key === this.#watched) return;
    this.#watched = key;
    this.#watch?.close();
    this.#watch = watchInstallation(facts.snapshot.installation, paths, () => this.read(), { since: facts.snapshot.takenAt });
  }

  #tickLater(): void {
    if (this.#ticker !== null) clearTimeout(this.#ticker);
    if (this.#isOver || this.#stage === null) return;
    const { store } = this.#stage;
    this.#ticker = setTimeout(() => {
      store.dispatch({ type: 'tick', now: Date.now() });
      this.#tickLater();
    }, nextTickMs({ ...store.getState(), now: Date.now() }, this.#stepMs));
  }

  async #lookForGateway(): Promise<void> {
    const { facts, gateway } = this.#stage?.store.getState() ?? {};
    if (facts === undefined || gateway === undefined) return;
    const found = await gatewayPresence(facts.snapshot.config, this.#run.host, localFiles);
    if (found.state !== gateway.state) this.read();
  }

  /** Keys wait while a check runs, so that none answers what is not yet seen. */
  #check(id: number, credential: PreparedCredential, state: DashboardState): void {
    this.#job.abort();
    const job = new AbortController();
    this.#job = job;
    this.#stage?.feed.hold();
    fail(this.#runCheck(id, credential, state, job));
  }

  async #runCheck(id: number, credential: PreparedCredential, state: DashboardState, job: AbortController): Promise<void> {
    try {
      const report = await liveCheck(state.snapshot, credential, 'message', job.signal, (step) =>
        this.#stage?.store.dispatch({ type: 'check-step', id, step }),
      );
      this.#stage?.store.dispatch({ type: 'checked', id, report, now: Date.now() });
    } finally {
      if (this.#job === job) this.#stage?.feed.release();
    }
  }
}

/** Expected failures come back as events; what is thrown is a bug, and dies as one. */
function fail(work: Promise<void>): void {
  work.catch((error: unknown) => {
    queueMicrotask(() => {
      throw error;
    });
  });
}
