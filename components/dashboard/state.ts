import type { CheckReport, CheckStep, Verdict } from '../../src/anthropic/verdict.ts';
import type { EnvironmentLayer } from '../../src/openclaw/environment.ts';
import type { GatewayPresence } from '../../src/openclaw/gateway-presence.ts';
import type { Snapshot } from '../../src/openclaw/snapshot.ts';
import type { AgentEntry } from '../../src/rules/agent-state.ts';
import type { Route } from '../../src/rules/cache/route.ts';
import type { BoardEntry } from '../../src/rules/board.ts';
import type { LostFile } from '../../src/rules/last-good.ts';
import type { Upcoming } from '../../src/rules/upcoming.ts';
import type { SafeText } from '../../src/terminal/safe-text.ts';
import type { ActionEffect, ActionEvent, ActionMode, CheckPurpose } from './actions/state.ts';
import type { CheckRun, PreparedCredential, WizardFacts } from '../wizard/state.ts';

export type TableName = 'board' | 'agents';

export type SortOrder = 'attention' | 'name' | 'back' | 'used';

/** What the latest check of a credential in this run proved. */
export interface LastVerdict {
  readonly verdict: Verdict;
  /** Epoch ms. */
  readonly at: number;
}

/** What the screen is about; keys mean something else in each. */
export type Mode =
  | { readonly name: 'tables' }
  /** The filter is being typed. */
  | { readonly name: 'filter' }
  | { readonly name: 'detail' }
  | { readonly name: 'command' }
  | { readonly name: 'help' }
  | { readonly name: 'trust'; readonly entry: BoardEntry; readonly purpose: CheckPurpose }
  | { readonly name: 'check'; readonly entry: BoardEntry; readonly id: number; readonly run: CheckRun; readonly purpose: CheckPurpose }
  | ActionMode;

export type ModeName = Mode['name'];

/** A place in a table: the line itself, and where it stood, for when it is gone. */
export interface Selection {
  readonly key: string | null;
  readonly index: number;
}

/** An agent with what goes on the wire for it. */
export interface AgentLine extends AgentEntry {
  /** Null when the rules have no answer. */
  readonly route: Route | null;
}

/** What one reading of the installation brings. */
export interface DashboardReading {
  readonly facts: WizardFacts;
  readonly gateway: GatewayPresence;
  /** Every place that sets variables, strongest first. */
  readonly environment: readonly EnvironmentLayer[];
}

/** What the rules made of the last reading at one time. */
export interface Derived {
  readonly entries: readonly BoardEntry[];
  readonly agents: readonly AgentLine[];
  readonly upcoming: Upcoming | null;
  /** Epoch ms; the time that the rules were asked about. */
  readonly computedAt: number;
}

export interface DashboardState extends Derived {
  /** As read last. */
  readonly facts: WizardFacts;
  /** As shown: files that cannot be read now keep what they held. */
  readonly snapshot: Snapshot;
  readonly lost: readonly LostFile[];
  /** Since when a file cannot be read, epoch ms; null while all can. */
  readonly lostSince: number | null;
  readonly gateway: GatewayPresence;
  readonly environment: readonly EnvironmentLayer[];
  /** Epoch ms, from the clock. */
  readonly now: number;
  /** What the filter leaves, sorted. */
  readonly shown: { readonly board: readonly BoardEntry[]; readonly agents: readonly AgentLine[] };
  readonly focus: TableName;
  readonly selection: Readonly<Record<TableName, Selection>>;
  readonly filter: string;
  readonly sort: SortOrder;
  readonly mode: Mode;
  /** By `BoardEntry.key`. */
  readonly verdicts: ReadonlyMap<string, LastVerdict>;
  /** The base URL that the person said yes to in this run. */
  readonly trustedBaseUrl: string | null;
  /** How many checks were started; the newest one's id. */
  readonly checks: number;
  /** A short answer to the last key, until the next one. */
  readonly notice: SafeText | null;
}

/** What the person does, and what the world reports. */
export type DashboardEvent =
  /** `now` is epoch ms. */
  | { readonly type: 'tick'; readonly now: number }
  | { readonly type: 'facts'; readonly reading: DashboardReading; readonly now: number }
  /** Lines down; negative for up, infinite for the end of the list. */
  | { readonly type: 'move'; readonly lines: number }
  | { readonly type: 'switch' }
  | { readonly type: 'sort' }
  | { readonly type: 'filter' }
  | { readonly type: 'filter-text'; readonly text: string }
  | { readonly type: 'filter-delete' }
  | { readonly type: 'detail' }
  | { readonly type: 'command' }
  | { readonly type: 'help' }
  | { readonly type: 'check' }
  | { readonly type: 'trust' }
  | { readonly type: 'check-step'; readonly id: number; readonly step: CheckStep }
  /** `now` is epoch ms. */
  | { readonly type: 'checked'; readonly id: number; readonly report: CheckReport; readonly now: number }
  | { readonly type: 'add' }
  /** To the editor of cache settings. */
  | { readonly type: 'cache' }
  /** To the agents that use the selected credential. */
  | { readonly type: 'agents' }
  | { readonly type: 'read-again' }
  | ActionEvent
  /** Enter where it closes something. */
  | { readonly type: 'continue' }
  | { readonly type: 'back' }
  | { readonly type: 'leave' };

/** What the world has to do for the dashboard. */
export type DashboardEffect =
  | { readonly do: 'read' }
  | { readonly do: 'check'; readonly id: number; readonly credential: PreparedCredential }
  | { readonly do: 'cancel' }
  | ActionEffect
  | { readonly do: 'wizard' }
  | { readonly do: 'cache' }
  | { readonly do: 'leave' };

export interface DashboardUpdate {
  readonly state: DashboardState;
  readonly effects: readonly DashboardEffect[];
}
