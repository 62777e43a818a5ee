import { fingerprintOf } from '../../anthropic/credential.ts';
import type { HostEnvironment, InstallationFlags } from '../../openclaw/installation.ts';
import type { Snapshot, StoreReading } from '../../openclaw/snapshot.ts';
import { snapshotPaths, watchInstallation, type InstallationWatch } from '../../openclaw/watch.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { clockWords } from '../../words/date.ts';
import { statusWords } from '../../words/status.ts';
import { exitCodes, ExpectedFailure } from '../failure.ts';
import { print, printError } from '../output.ts';
import type { StatusWish } from './flags.ts';
import { printStatus } from './print-status.ts';
import { readStatus, type StatusFacts } from './read-status.ts';

/** Timers stand still while the machine sleeps, and know nothing of a clock that was set: so often it is looked at, in ms. */
const clockLookMs = 10_000;

/**
 * Prints the status, and again whenever a file of the installation changes or a wait or a credential ends, until a
 * signal comes or nobody reads any more.
 */
export async function watchStatus(flags: InstallationFlags, wish: StatusWish, host: HostEnvironment): Promise<number> {
  const read = (): Promise<StatusFacts> => readStatus(flags, host, wish.agent, Date.now());
  const facts = await read();
  printStatus(facts, wish, null);
  if (wish.format === 'text' && process.stderr.isTTY) printError(statusWords.watching);
  const watching = new StatusWatch(wish, read, facts);
  return watching.untilEnded();
}

class StatusWatch {
  readonly #wish: StatusWish;
  readonly #read: () => Promise<StatusFacts>;
  readonly #ended = Promise.withResolvers<number>();
  #facts: StatusFacts;
  #files: { readonly paths: string; readonly watch: InstallationWatch } | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isReading = false;
  #isStale = false;

  constructor(wish: StatusWish, read: () => Promise<StatusFacts>, facts: StatusFacts) {
    this.#wish = wish;
    this.#read = read;
    this.#facts = facts;
  }

  async untilEnded(): Promise<number> {
    const end = (): void => this.#ended.resolve(exitCodes.done);
    process.once('SIGINT', end).once('SIGTERM', end).once('SIGHUP', end);
    process.stdout.once('error', end);
    this.#follow();
    // Between the first reading and the first watch something may have changed.
    this.#look();
    try {
      return await this.#ended.promise;
    } finally {
      this.#files?.watch.close();
      if (this.#timer !== null) clearTimeout(this.#timer);
      process.removeListener('SIGINT', end).removeListener('SIGTERM', end).removeListener('SIGHUP', end);
      process.stdout.removeListener('error', end);
    }
  }

  readonly #look = (): void => {
    this.#isStale = true;
    if (!this.#isReading) this.#readAll().catch(this.#ended.reject);
  };

  /** One reading at a time; what changes meanwhile is read once more. */
  async #readAll(): Promise<void> {
    this.#isReading = true;
    try {
      while (this.#isStale) {
        this.#isStale = false;
        await this.#show();
      }
    } finally {
      this.#isReading = false;
    }
  }

  async #show(): Promise<void> {
    const before = this.#facts;
    const facts = await this.#read().catch(whileGone);
    if (facts === null) return;
    this.#facts = facts;
    this.#follow();
    if (stateOf(facts) === stateOf(before)) return;
    if (this.#wish.format === 'text') {
      print(safeText(''));
      print(statusWords.changed(clockWords(facts.now)));
    }
    printStatus(facts, this.#wish, null);
  }

  /** Watches the files of the last reading and the clock. */
  #follow(): void {
    const { snapshot, now } = this.#facts;
    const files = snapshotPaths(snapshot);
    const paths = JSON.stringify(files);
    if (this.#files?.paths !== paths) {
      this.#files?.watch.close();
      this.#files = { paths, watch: watchInstallation(snapshot.installation, files, this.#look) };
      // They were read before they were watched.
      this.#isStale = true;
    }
    this.#waitForClock(now, nextInstant(this.#facts));
  }

  /** @param next what the clock brings, epoch ms; a clock that was set back brings it too */
  #waitForClock(readAt: number, next: number | null): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    const left = (next ?? Infinity) - Date.now();
    this.#timer = setTimeout(() => {
      const now = Date.now();
      if (now < readAt || now >= (next ?? Infinity)) this.#look();
      else this.#waitForClock(now, next);
    }, Math.min(clockLookMs, left));
  }
}

/** The agent that is watched can go for a while, as can half a config; the last status stays. */
function whileGone(error: unknown): null {
  if (error instanceof ExpectedFailure) return null;
  throw error;
}

/** When the clock alone changes the status next: a wait or a credential ends, or comes to a step of warning. Epoch ms. */
function nextInstant({ agents, now }: StatusFacts): number | null {
  const instants = agents.flatMap(({ credentials }) =>
    credentials.candidates.flatMap(({ standing, expires }) => [...(standing.state === 'waiting' ? [standing.until] : []), ...(expires === null ? [] : [expires])]),
  );
  const next = Math.min(...instants.filter((instant) => instant > now));
  return Number.isFinite(next) ? next : null;
}

/** Equal as long as nothing changed that the status shows, the passing of time aside. */
function stateOf({ snapshot, agents }: StatusFacts): string {
  const choices = agents.map(({ credentials }) =>
    credentials.candidates.map(({ source, standing }) => [source, standing.state === 'chosen' ? 'chosen' : standing]),
  );
  const warnings = agents.map((agent) => agent.warnings.map(({ code }) => code));
  return JSON.stringify([filesOf(snapshot), choices, warnings]);
}

function filesOf({ config, sharedStore, agents, variables, installation }: Snapshot): unknown {
  const stores = [sharedStore, ...agents.map(({ store }) => store)].map(hashOf);
  const set = variables.map(({ name, origin, effective, secret }) => [name, origin, effective, fingerprintOf(secret)]);
  return [config.state === 'read' ? config.image.sha256 : config, stores, set, installation.layout, installation.version.text];
}

function hashOf(reading: StoreReading): unknown {
  if (reading.state !== 'read') return reading;
  return reading.from === 'database' ? reading.sha256 : [reading.image?.sha256, reading.stateImage?.sha256];
}
