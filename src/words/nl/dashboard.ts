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
      return say`in gebruik`;
    case 'next':
      return say`gereed`;
    case 'undecided':
      return say`onbeslist`;
    case 'waiting':
      return standing.kind === 'disabled' ? say`uitgezet ${remaining}` : say`cooldown ${remaining}`;
    case 'shadowed':
      return say`niet gebruikt`;
    case 'unusable':
      return unusable[standing.because];
  }
}

const unusable: Readonly<Record<Extract<Standing, { readonly state: 'unusable' }>['because'], SafeText>> = {
  blank: say`geen geheim`,
  expired: say`verlopen`,
  'mode-mismatch': say`verkeerd type`,
  'provider-mismatch': say`andere provider`,
  'not-in-order': say`niet in volgorde`,
  'not-listed': say`niet vermeld`,
  'not-stored': say`niet bewaard`,
  'not-pinned': say`ander profiel gevraagd`,
  'not-read': say`niet gelezen`,
  'other-agent': say`andere agent`,
  inactive: say`niet actief`,
  'odd-expiry': say`vreemd einde`,
  unresolved: say`geen geheim`,
  'migration-required': say`geblokkeerd`,
  'store-unreadable': say`geblokkeerd`,
  'no-refresh': say`verlopen`,
};

/** OpenClaw's reasons in two words; its own word for one that is new. */
export function reasonWords(reason: string): SafeText {
  return reasons.get(reason)?.short ?? safeText(reason);
}

/** What a reason of OpenClaw means, as a sentence. */
export function reasonMeaning(reason: string | null): SafeText {
  return reasons.get(reason ?? 'unknown')?.meaning ?? say`OpenClaw geeft als reden ${safeText(reason ?? 'unknown')}.`;
}

const reasons: ReadonlyMap<string, { readonly short: SafeText; readonly meaning: SafeText }> = new Map([
  ['rate_limit', { short: say`limiet`, meaning: say`Er is net te veel van Anthropic gevraagd; de inloggegevens zelf zijn goed.` }],
  ['billing', { short: say`betaling`, meaning: say`Niets betaalt ervoor: voeg tegoed toe onder Plans & Billing in de Claude Console.` }],
  ['auth', { short: say`geweigerd`, meaning: say`Anthropic heeft het niet aanvaard. Controleer het (t); vervang het als het is afgewezen (a).` }],
  ['format', { short: say`aanvraag`, meaning: say`Anthropic begreep een aanvraag niet; dat zegt niets over de inloggegevens.` }],
  ['model_not_found', { short: say`geen model`, meaning: say`Het model bestaat niet meer, is verkeerd gespeld of staat er niet voor open. Kijk naar het model van de agent.` }],
  ['timeout', { short: say`time-out`, meaning: say`Er kwam niet op tijd antwoord. Kijk naar het netwerk.` }],
  ['unknown', { short: say`onbekend`, meaning: say`OpenClaw telde een mislukking zonder reden.` }],
]);

/** Titles of the columns of both tables. */
export const columnWords = {
  profile: say`Profiel`,
  state: say`Status`,
  type: say`Type`,
  agents: say`Agents`,
  reason: say`Reden`,
  errors: say`Fouten`,
  lastUsed: say`Laatst`,
  expiry: say`Einde`,
  verdict: say`Controle`,
  fingerprint: say`Vingerafdruk`,
  agent: say`Agent`,
  credential: say`Inloggegevens`,
  model: say`Model`,
  payer: say`Betaalt`,
  retention: say`Cache`,
  ttl: say`TTL`,
} as const;

export const cellWords = {
  /** Nothing for none, so that what is there stands out. */
  count(count: number): SafeText {
    return count === 0 ? say`` : say`${count}`;
  },
  ended: say`voorbij`,
  noEnd: say`geen`,
} as const;

export const payerWords: Readonly<Record<Payer, SafeText>> = {
  subscription: say`abonnement`,
  api: say`API, gebruik`,
  cloud: say`cloud`,
  none: say``,
  unknown: say`onbekend`,
};

export const verdictWords: Readonly<Record<Verdict, SafeText>> = {
  valid: say`geldig`,
  rejected: say`afgewezen`,
  limited: say`begrensd`,
  unfunded: say`geen tegoed`,
  refused: say`geweigerd`,
  unreachable: say`onbereikbaar`,
  unknown: say`onbekend`,
};

export const agentStateWords = {
  blocked: say`geblokkeerd`,
  notRead: say`hier niet gelezen`,
  waiting(remaining: SafeText): SafeText {
    return say`wacht ${remaining}`;
  },
  noCredential: say`geen inloggegevens`,
  otherProvider: say`niet Anthropic`,
  defaultAgent(id: SafeText): SafeText {
    return say`${id} (standaard)`;
  },
} as const;

export const retentionWords: Readonly<Record<Retention, SafeText>> = { none: say`none`, short: say`short`, long: say`long` };

export const ttlWords: Readonly<Record<CacheTtl, SafeText>> = { '5m': say`5m`, '1h': say`1h` };

export const headerWords = {
  version(version: SafeText): SafeText {
    return say`OpenClaw ${version}`;
  },
  layout(layout: SafeText): SafeText {
    return say`indeling ${layout}`;
  },
  gateway: {
    listening(port: number): SafeText {
      return say`gateway op poort ${port}`;
    },
    silent: say`gateway draait niet`,
    remote: say`gateway op een andere host`,
    unknown: say`gateway van hier niet te zien`,
  },
  back(name: SafeText, remaining: SafeText): SafeText {
    return say`${name} terug over ${remaining}`;
  },
  ends(name: SafeText, remaining: SafeText): SafeText {
    return say`${name} eindigt over ${remaining}`;
  },
  next: say`Straks`,
  calm: say`niets wacht, niets eindigt`,
  unreadable(path: SafeText): SafeText {
    return say`Onleesbaar: ${path}`;
  },
  unreadableKept(path: SafeText): SafeText {
    return say`Onleesbaar, getoond zoals het was: ${path}`;
  },
  filter: say`Filter`,
  sorted(by: SafeText): SafeText {
    return say`op ${by}`;
  },
  filtered(text: SafeText, position: SafeText): SafeText {
    return say`“${text}” ${position}`;
  },
  position(at: number, total: number): SafeText {
    return say`${at}/${total}`;
  },
  noMatch: say`Niets voldoet aan het filter.`,
  noProfiles: say`Geen Anthropic-inloggegevens binnen bereik. Druk op a om ze toe te voegen.`,
  caret: say`_`,
} as const;

export const sortWords = {
  attention: say`aandacht`,
  name: say`naam`,
  back: say`eerst terug`,
  used: say`laatst gebruikt`,
} as const;

/** What a key does: in a word for the footer, in a sentence for the help. */
export const dashboardKeyLabels = {
  detail: { short: say`details`, long: say`alles wat over de geselecteerde regel bekend is` },
  check: { short: say`controle`, long: say`de geselecteerde inloggegevens live bij Anthropic controleren` },
  checkAgain: { short: say`opnieuw`, long: say`nog eens dezelfde controle` },
  add: { short: say`toevoegen`, long: say`inloggegevens toevoegen (de begeleide onboarding), en dan terug hierheen` },
  command: { short: say`herstel`, long: say`de opdracht tonen die de geselecteerde regel herstelt` },
  filter: { short: say`filter`, long: say`alleen de regels tonen waarin een tekst voorkomt` },
  sort: { short: say`sorteer`, long: say`de profielen sorteren op aandacht, naam, eerst terug of laatst gebruikt` },
  tab: { short: say`wissel`, long: say`van de profielen naar de agents gaan en terug` },
  manage: { short: say`beheren`, long: say`het geselecteerde profiel wijzigen, na een overzicht` },
  undo: { short: say`ongedaan`, long: say`de laatste wijziging ongedaan maken` },
  goOn: { short: say`verder`, long: say`verder met wat het antwoord toelaat` },
  another: { short: say`ander geheim`, long: say`een ander geheim plakken` },
  saveAnyway: { short: say`toch bewaren`, long: say`dit geheim bewaren hoewel het niet bewezen is; eerst komt een overzicht` },
  write: { short: say`schrijven`, long: say`de getoonde wijziging schrijven; met u maak je die ongedaan` },
  stepBack: { short: say`terug`, long: say`een stap terug; er wordt niets geschreven` },
  next: { short: say`verder`, long: say`nemen wat in het veld staat, en verder` },
  cache: { short: say`cache`, long: say`de cache-instellingen van elke agent zien en wijzigen, en dan terug hierheen` },
  agents: { short: say`agents`, long: say`naar de agents gaan die de geselecteerde inloggegevens gebruiken` },
  readAgain: { short: say`lezen`, long: say`alles nu opnieuw lezen; wijzigingen op schijf verschijnen vanzelf` },
  help: { short: say`hulp`, long: say`deze lijst` },
  leave: { short: say`stop`, long: say`stoppen; kijken schrijft niets` },
  move: { short: say`kies`, long: say`een regel selecteren` },
  pages: { short: say`pagina`, long: say`een pagina verder, de eerste of de laatste regel selecteren` },
  interrupt: { short: say`stop`, long: say`meteen stoppen, waar je ook bent` },
  back: { short: say`terug`, long: say`terug naar de tabellen` },
  backOrLeave: { short: say`terug`, long: say`terug; in de tabellen gaat eerst het filter weg, daarna stopt het dashboard` },
  cancel: { short: say`afbreken`, long: say`de controle beëindigen` },
  choose: { short: say`kiezen`, long: say`het gemarkeerde antwoord kiezen` },
  scroll: { short: say`bladeren`, long: say`bladeren` },
  keep: { short: say`houden`, long: say`het filter houden en terug naar de lijst` },
  clear: { short: say`wissen`, long: say`het filter vergeten` },
} as const;

export const overlayWords = {
  check(name: SafeText): SafeText {
    return say`Controle van ${name}`;
  },
  noCacheEditor: say`De config is nu niet te lezen; de cache-instellingen zijn niet te wijzigen.`,
  noAgents: say`Geen enkele agent gebruikt dit nu.`,
  noSecret: say`Hier is geen geheim bewaard, dus er is niets te controleren.`,
} as const;

/** Labels and sentences of the detail pane. */
export const detailWords = {
  name: say`Naam`,
  oneModel: say`Eén model`,
  oneModelWaits(model: SafeText, remaining: SafeText, reason: SafeText | null): SafeText {
    const why = reason === null ? say`` : say` (${reason})`;
    return say`${model} wacht nog ${remaining}${why}; alle andere modellen werken gewoon`;
  },
  type: say`Type`,
  fingerprint: say`Geheim`,
  place: say`Plaats`,
  agents: say`Agents`,
  errors: say`Mislukt`,
  lastUsed: say`Laatst gebruikt`,
  lastFailure: say`Laatst mislukt`,
  expiry: say`Einde`,
  verdict: say`Controle`,
  model: say`Model`,
  store: say`Opslag`,
  candidates: say`In deze volgorde geprobeerd`,
  usedBy(agents: SafeText): SafeText {
    return say`gebruikt door ${agents}`;
  },
  noAgent(reach: number): SafeText {
    return reach === 1 ? say`door geen gebruikt; 1 zou het kunnen` : say`door geen gebruikt; ${reach} zouden het kunnen`;
  },
  usedByMany(agents: SafeText, more: number): SafeText {
    return say`gebruikt door ${agents} en nog ${more}`;
  },
  ago(elapsed: SafeText): SafeText {
    return say`${elapsed} geleden`;
  },
  justNow: say`zojuist`,
  elsewhere: say`Elders`,
  payer: say`Betaalt`,
  nextFailure: say`Nog een fout`,
  nextFailureCosts(duration: SafeText): SafeText {
    return say`zou ${duration} wachten betekenen`;
  },
  nothingToMend: say`Hier valt geen opdracht uit te voeren.`,
  inherits(path: SafeText): SafeText {
    return say`geen eigen (${path}); gebruikt de gedeelde`;
  },
  failures(count: number, reasonList: SafeText): SafeText {
    return reasonList === '' ? say`${count} op rij` : say`${count} op rij (${reasonList})`;
  },
  reasonCount(reason: SafeText, count: number): SafeText {
    return say`${reason} ${count}`;
  },
  ends(date: SafeText, remaining: SafeText): SafeText {
    return say`${date} (over ${remaining})`;
  },
  ended(date: SafeText): SafeText {
    return say`${date} (voorbij)`;
  },
  noEnd: say`er is geen einde genoteerd; een setup-token zou een jaar meegaan`,
  fromEnvironment: say`de omgeving`,
  verdictAgo(verdict: SafeText, elapsed: SafeText): SafeText {
    return say`${verdict}, ${elapsed}`;
  },
  forAgents(agents: SafeText, state: SafeText): SafeText {
    return say`${agents}: ${state}`;
  },
} as const;

export const dashboardCommandWords = {
  help: say`alle inloggegevens volgen: wie gebruikt, wie betaalt, wat wacht en hoelang`,
  noTerminal: say`Het dashboard heeft een terminal nodig, en die is er hier niet. Er is niets gelezen of geschreven.`,
  noTerminalAdvice: say`Zonder terminal: clawdial models status, of clawdial models status --json voor scripts.`,
} as const;
