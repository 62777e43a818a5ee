import type { Verdict } from '../../anthropic/verdict.ts';
import type { BoardEntry } from '../../rules/board.ts';
import type { CacheTtl, Retention } from '../../rules/cache/retention.ts';
import type { Payer } from '../../rules/payer.ts';
import type { CandidateSource, Standing } from '../../rules/candidate.ts';
import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { candidateName } from './candidate.ts';

/** The name of a credential; one that lies in an agent's own store says whose. */
export function entryName({ source, owner }: Pick<BoardEntry, 'source' | 'owner'>): SafeText {
  return owner === null ? shortName(source) : say`${shortName(source)} (${safeText(owner)})`;
}

/** As `candidateName`, without the place. */
export function shortName(source: CandidateSource): SafeText {
  return source.from === 'variable' ? safeText(source.name) : candidateName(source);
}

/** The state of a credential in one or two words. @param remaining of one that waits */
export function stateWords(standing: Standing, remaining: SafeText): SafeText {
  switch (standing.state) {
    case 'chosen':
      return say`in use`;
    case 'next':
      return say`ready`;
    case 'undecided':
      return say`undecided`;
    case 'waiting':
      return standing.kind === 'disabled' ? say`disabled ${remaining}` : say`cooldown ${remaining}`;
    case 'shadowed':
      return say`not used`;
    case 'unusable':
      return unusable[standing.because];
  }
}

const unusable: Readonly<Record<Extract<Standing, { readonly state: 'unusable' }>['because'], SafeText>> = {
  blank: say`no secret`,
  expired: say`expired`,
  'mode-mismatch': say`wrong type`,
  'provider-mismatch': say`other provider`,
  'not-in-order': say`not in the order`,
  'not-listed': say`not listed`,
  'not-stored': say`not stored`,
  'not-pinned': say`other profile asked`,
  'not-read': say`not read here`,
  'other-agent': say`other agent`,
  inactive: say`not activated`,
  'odd-expiry': say`odd expiry`,
  unresolved: say`no secret`,
  'migration-required': say`blocked`,
  'store-unreadable': say`blocked`,
  'no-refresh': say`expired`,
};

/** OpenClaw's reasons in two words; its own word for one that is new. */
export function reasonWords(reason: string): SafeText {
  return reasons.get(reason)?.short ?? safeText(reason);
}

/** What a reason of OpenClaw means, as a sentence. */
export function reasonMeaning(reason: string | null): SafeText {
  return reasons.get(reason ?? 'unknown')?.meaning ?? say`OpenClaw gives the reason ${safeText(reason ?? 'unknown')}.`;
}

const reasons: ReadonlyMap<string, { readonly short: SafeText; readonly meaning: SafeText }> = new Map([
  ['rate_limit', { short: say`rate limit`, meaning: say`It asked too much of Anthropic just now; the credential itself is good.` }],
  ['billing', { short: say`billing`, meaning: say`Nothing pays for it: add credit under Plans & Billing in the Claude Console.` }],
  ['auth', { short: say`refused`, meaning: say`Anthropic did not accept it. Check it (t); if it is rejected, replace it (a).` }],
  ['format', { short: say`bad request`, meaning: say`Anthropic did not understand a request; that says nothing about the credential.` }],
  ['model_not_found', { short: say`no model`, meaning: say`The model is retired, misspelt, or not open to it. Look at the agent’s model.` }],
  ['timeout', { short: say`no answer`, meaning: say`No answer came in time. Look at the network.` }],
  ['unknown', { short: say`unknown`, meaning: say`OpenClaw counted a failure without naming a reason.` }],
]);

/** Titles of the columns of both tables. */
export const columnWords = {
  profile: say`Profile`,
  state: say`State`,
  type: say`Type`,
  agents: say`Agents`,
  reason: say`Reason`,
  errors: say`Errors`,
  lastUsed: say`Used`,
  expiry: say`Ends`,
  verdict: say`Checked`,
  fingerprint: say`Fingerprint`,
  agent: say`Agent`,
  credential: say`Credential`,
  model: say`Model`,
  payer: say`Pays`,
  retention: say`Cache`,
  ttl: say`TTL`,
} as const;

export const cellWords = {
  /** Nothing for none, so that what is there stands out. */
  count(count: number): SafeText {
    return count === 0 ? say`` : say`${count}`;
  },
  ended: say`over`,
  noEnd: say`none noted`,
} as const;

export const payerWords: Readonly<Record<Payer, SafeText>> = {
  subscription: say`subscription`,
  api: say`API, by use`,
  cloud: say`cloud`,
  none: say``,
  unknown: say`not known`,
};

export const verdictWords: Readonly<Record<Verdict, SafeText>> = {
  valid: say`valid`,
  rejected: say`rejected`,
  limited: say`limited`,
  unfunded: say`unfunded`,
  refused: say`refused`,
  unreachable: say`unreachable`,
  unknown: say`unknown`,
};

export const agentStateWords = {
  blocked: say`blocked`,
  notRead: say`not read here`,
  waiting(remaining: SafeText): SafeText {
    return say`waits ${remaining}`;
  },
  noCredential: say`no credential`,
  otherProvider: say`not Anthropic`,
  defaultAgent(id: SafeText): SafeText {
    return say`${id} (default)`;
  },
} as const;

export const retentionWords: Readonly<Record<Retention, SafeText>> = { none: say`none`, short: say`short`, long: say`long` };

export const ttlWords: Readonly<Record<CacheTtl, SafeText>> = { '5m': say`5m`, '1h': say`1h` };

export const headerWords = {
  version(version: SafeText): SafeText {
    return say`OpenClaw ${version}`;
  },
  layout(layout: SafeText): SafeText {
    return say`layout ${layout}`;
  },
  gateway: {
    listening(port: number): SafeText {
      return say`gateway on port ${port}`;
    },
    silent: say`gateway not running`,
    remote: say`gateway on another host`,
    unknown: say`gateway not visible from here`,
  },
  back(name: SafeText, remaining: SafeText): SafeText {
    return say`${name} back in ${remaining}`;
  },
  ends(name: SafeText, remaining: SafeText): SafeText {
    return say`${name} ends in ${remaining}`;
  },
  next: say`Next`,
  calm: say`nothing is waiting, nothing ends`,
  unreadable(path: SafeText): SafeText {
    return say`Unreadable: ${path}`;
  },
  unreadableKept(path: SafeText): SafeText {
    return say`Unreadable, shown as it was: ${path}`;
  },
  filter: say`Filter`,
  sorted(by: SafeText): SafeText {
    return say`by ${by}`;
  },
  filtered(text: SafeText, position: SafeText): SafeText {
    return say`“${text}” ${position}`;
  },
  position(at: number, total: number): SafeText {
    return say`${at}/${total}`;
  },
  noMatch: say`Nothing matches the filter.`,
  noProfiles: say`No Anthropic credential is in reach. Press a to add one.`,
  caret: say`_`,
} as const;

export const sortWords = {
  attention: say`attention`,
  name: say`name`,
  back: say`soonest back`,
  used: say`last used`,
} as const;

/** What a key does: in a word for the footer, in a sentence for the help. */
export const dashboardKeyLabels = {
  detail: { short: say`details`, long: say`all that is known about the selected line` },
  check: { short: say`check`, long: say`check the selected credential live with Anthropic` },
  checkAgain: { short: say`check again`, long: say`the same check once more` },
  add: { short: say`add`, long: say`add a credential (the guided set-up), then come back here` },
  command: { short: say`fix`, long: say`show the command that mends the selected line` },
  filter: { short: say`filter`, long: say`show only the lines that contain a text` },
  sort: { short: say`sort`, long: say`sort the profiles by attention, name, soonest back or last used` },
  tab: { short: say`switch`, long: say`go from the profiles to the agents and back` },
  manage: { short: say`manage`, long: say`change the selected profile; a review comes first` },
  undo: { short: say`undo`, long: say`take the last change back` },
  goOn: { short: say`go on`, long: say`on with what the answer allows` },
  another: { short: say`another`, long: say`paste another secret` },
  saveAnyway: { short: say`save anyway`, long: say`save this secret although it was not proved; a review comes first` },
  write: { short: say`write`, long: say`write the change shown; u takes it back` },
  stepBack: { short: say`back`, long: say`a step back; nothing is written` },
  next: { short: say`next`, long: say`take what stands in the field, and go on` },
  cache: { short: say`cache`, long: say`edit the cache settings of every agent, then come back` },
  agents: { short: say`its agents`, long: say`go to the agents that use the selected credential` },
  readAgain: { short: say`read`, long: say`read everything again now; changes on disk show by themselves` },
  help: { short: say`help`, long: say`this list` },
  leave: { short: say`leave`, long: say`leave; nothing is written by looking` },
  move: { short: say`select`, long: say`select a line` },
  pages: { short: say`page`, long: say`select a page away, the first or the last line` },
  interrupt: { short: say`leave`, long: say`leave at once, from anywhere` },
  back: { short: say`back`, long: say`back to the tables` },
  backOrLeave: { short: say`back`, long: say`back; from the tables the filter goes, then the dashboard is left` },
  cancel: { short: say`cancel`, long: say`end the check` },
  choose: { short: say`choose`, long: say`choose the highlighted answer` },
  scroll: { short: say`scroll`, long: say`scroll` },
  keep: { short: say`keep`, long: say`keep the filter and go back to the list` },
  clear: { short: say`clear`, long: say`forget the filter` },
} as const;

export const overlayWords = {
  check(name: SafeText): SafeText {
    return say`Check ${name}`;
  },
  noCacheEditor: say`The config cannot be read now, so its cache settings cannot be edited.`,
  noAgents: say`No agent uses it now.`,
  noSecret: say`No secret is stored here, so there is nothing to check.`,
} as const;

/** Labels and sentences of the detail pane. */
export const detailWords = {
  name: say`Name`,
  oneModel: say`One model`,
  oneModelWaits(model: SafeText, remaining: SafeText, reason: SafeText | null): SafeText {
    const why = reason === null ? say`` : say` (${reason})`;
    return say`${model} waits ${remaining}${why}; all other models still work`;
  },
  type: say`Type`,
  fingerprint: say`Secret`,
  place: say`Place`,
  agents: say`Agents`,
  errors: say`Failures`,
  lastUsed: say`Last used`,
  lastFailure: say`Last failure`,
  expiry: say`Ends`,
  verdict: say`Checked`,
  model: say`Model`,
  store: say`Store`,
  candidates: say`Tried in this order`,
  usedBy(agents: SafeText): SafeText {
    return say`used by ${agents}`;
  },
  noAgent(reach: number): SafeText {
    return reach === 1 ? say`used by none; 1 could` : say`used by none; ${reach} could`;
  },
  usedByMany(agents: SafeText, more: number): SafeText {
    return say`used by ${agents} and ${more} more`;
  },
  ago(elapsed: SafeText): SafeText {
    return say`${elapsed} ago`;
  },
  justNow: say`just now`,
  elsewhere: say`Elsewhere`,
  payer: say`Pays`,
  nextFailure: say`Next failure`,
  nextFailureCosts(duration: SafeText): SafeText {
    return say`would make it wait ${duration}`;
  },
  nothingToMend: say`There is no command to run here.`,
  inherits(path: SafeText): SafeText {
    return say`none of its own (${path}); it uses the shared one`;
  },
  failures(count: number, reasonList: SafeText): SafeText {
    return reasonList === '' ? say`${count} in a row` : say`${count} in a row (${reasonList})`;
  },
  reasonCount(reason: SafeText, count: number): SafeText {
    return say`${reason} ${count}`;
  },
  ends(date: SafeText, remaining: SafeText): SafeText {
    return say`${date} (in ${remaining})`;
  },
  ended(date: SafeText): SafeText {
    return say`${date} (over)`;
  },
  noEnd: say`no end is recorded; a setup-token is said to last one year`,
  fromEnvironment: say`the environment`,
  verdictAgo(verdict: SafeText, elapsed: SafeText): SafeText {
    return say`${verdict}, ${elapsed}`;
  },
  forAgents(agents: SafeText, state: SafeText): SafeText {
    return say`${agents}: ${state}`;
  },
} as const;

export const dashboardCommandWords = {
  help: say`watch every credential: who uses it, who pays, what waits and until when`,
  noTerminal: say`The dashboard needs a terminal, and there is none here. Nothing was read or written.`,
  noTerminalAdvice: say`Without one: clawdial models status, or clawdial models status --json for scripts.`,
} as const;
