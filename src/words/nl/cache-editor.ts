import type { CacheRefusal, CacheWarning } from '../../changes/cache-plan.ts';
import type { Retention } from '../../rules/cache/retention.ts';
import type { CacheEffect, CacheStanding } from '../../rules/cache-table.ts';
import { joinSafe, safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import type { Explanation } from '../explanation.ts';
import { listWords, pathWords } from '../neutral/config-text.ts';
import { layerWords } from './cache.ts';
import { refusalWords } from './changes.ts';
import { routeErrorWords } from './route-error.ts';

/** The title of a change of one retention. @param name of the agent or the model */
export function retentionTitle(name: SafeText, value: Retention | null): SafeText {
  return value === null ? say`De cacheduur van ${name} laten erven` : say`De cacheduur van ${name} op ${safeText(value)} zetten`;
}

export const migrateTitle: SafeText = say`cacheControlTtl vervangen door cacheRetention`;

/** What each choice means, how long it keeps and what it costs; prices as multiples of the input price. */
export const choiceWords: Readonly<Record<'inherit' | Retention, { readonly label: SafeText; readonly meaning: SafeText }>> = {
  inherit: { label: say`inherit`, meaning: say`geen eigen instelling: die van het model of van alle telt` },
  none: { label: say`none`, meaning: say`geen caching: elke aanroep betaalt de volle invoerprijs` },
  short: { label: say`short`, meaning: say`5 minuten: schrijven 1,25 keer de invoerprijs, lezen 0,1 of minder` },
  long: { label: say`long`, meaning: say`1 uur: schrijven 2 keer de invoerprijs, lezen 0,1 of minder` },
};

/** `long (verstuurd als 5 minuten)`. */
export function standingWords({ effective, onWire }: CacheStanding): SafeText {
  if (effective === null) return say`niet door OpenClaw bepaald`;
  return effective === 'long' && onWire === 'short' ? say`long (verstuurd als 5 minuten)` : safeText(effective);
}

/** Where a standing comes from, short; a dash where OpenClaw does not decide. */
export function originWords({ from }: Pick<CacheStanding, 'from'>): SafeText {
  switch (from?.layer) {
    case undefined:
      return say`–`;
    case 'built-in':
      return say`standaard`;
    case 'environment':
      return say`variabele`;
    case 'defaults-params':
      return say`alle modellen`;
    case 'model-params':
      return say`basis`;
    case 'api-key-default':
      return say`API-sleutel`;
    case 'agent-model-params':
    case 'agent-params':
      return say`eigen`;
    case 'provider':
      return say`van de provider`;
  }
}

/** `alerts: long (basis) → none (eigen)`. */
export function effectWords({ agent, before, after }: CacheEffect): SafeText {
  return say`${safeText(agent)}: ${standingWords(before)} (${originWords(before)}) → ${standingWords(after)} (${originWords(after)})`;
}

/** The place that decides, in full. */
export function placeOfStanding({ from }: CacheStanding): SafeText {
  return from === null ? say`OpenClaw bepaalt dit hier niet` : layerWords(from);
}

export const cacheCommandWords = {
  help: safeText('tonen en wijzigen hoe lang de prompts van elke agent in de cache van Anthropic blijven; zonder subopdracht: de editor'),
  list: safeText('de cache-instellingen van alle agents: basis, eigen, werkelijk, verstuurd'),
  explain: safeText('toon wat voor een agent beslist (als clawdial explain)'),
  set: safeText('de cacheduur van één agent instellen'),
  unset: safeText('de cacheduur van één agent weghalen, zodat die erft'),
  baseline: safeText('de cacheduur van een model instellen, voor agents zonder eigen instelling'),
  migrate: safeText('de oude cacheControlTtl vervangen door cacheRetention'),
  advise: safeText('welke cacheduur voor een agent het goedkoopst is'),
  undo: safeText('de laatste wijziging van cache-instellingen ongedaan maken'),
  agent: safeText('id van de agent'),
  value: safeText('none, short of long'),
  baselineValue: safeText('none, short, long, of inherit om weg te halen'),
  model: safeText('model, zoals anthropic/claude-opus-4-6'),
  all: safeText('elke plek'),
  keep: safeText('houden wat nu geldt, of wat de oude instelling bedoelde'),
  every: safeText('hoe vaak de agent aanroept, zoals 30m'),
  prefix: safeText('tokens die van aanroep tot aanroep hetzelfde blijven'),
  noTerminal: safeText('De editor heeft een terminal nodig. Er is niets gewijzigd.'),
  noTerminalAdvice: safeText('Gebruik clawdial cache list, cache set AGENT WAARDE of cache unset AGENT.'),
  nothingToDo: safeText('Niets te wijzigen: het is al zo.'),
  noEffect: safeText('Geen aanvraag van een agent verandert.'),
  wouldWrite: safeText('Dit zou worden geschreven (er is niets geschreven):'),
  willChange: safeText('Wat er voor agents verandert:'),
  undoHint: safeText('clawdial undo maakt dit ongedaan.'),
  notRemembered: safeText('De wijziging is bewaard, maar kon niet worden genoteerd: clawdial undo zal haar niet vinden. De kopie naast het bestand is er wel.'),
  badValue: (text: SafeText): SafeText => say`"${text}" is geen cacheduur.`,
  badValueAdvice: safeText('Er is niets gewijzigd. Gebruik none, short of long, in kleine letters zoals OpenClaw ze wil.'),
  badDuration: (text: SafeText): SafeText => say`"${text}" is geen tijdsduur.`,
  badDurationAdvice: safeText('Gebruik een getal en een eenheid, zoals 5m, 30m of 2h.'),
  badPrefix: (text: SafeText): SafeText => say`"${text}" is geen aantal tokens.`,
  badPrefixAdvice: safeText('Gebruik een heel getal vanaf 1, zoals 20000.'),
  agentOrAll: safeText('Zeg welke agent, of --all.'),
  agentOrAllAdvice: safeText('Er is niets gewijzigd. Voorbeeld: clawdial cache migrate alerts'),
  keepNeeded: safeText('Wat nu geldt en wat de oude instelling bedoelde is niet hetzelfde.'),
  keepNeededAdvice: safeText('Er is niets gewijzigd. Kies met --keep effective (geen aanvraag verandert) of --keep meant:'),
  saved: (path: SafeText): SafeText => say`Bewaard: ${path}`,
  backup: (path: SafeText): SafeText => say`De tekst van ervoor staat in ${path}`,
  changedUnderUsAdvice: safeText('Kijk wat er nu staat en probeer het opnieuw.'),
} as const;

/** Headings of the table. */
export const tableWords = {
  agent: safeText('Agent'),
  model: safeText('Model'),
  baseline: safeText('Basis'),
  override: safeText('Eigen'),
  effective: safeText('Werkelijk'),
  onWire: safeText('Verstuurd'),
  from: safeText('Van'),
} as const;

/** `1h`, `5m`, `none` or a dash. */
export function wireWords({ onWire, ttl }: CacheStanding): SafeText {
  if (ttl !== null) return safeText(ttl);
  return onWire === 'none' ? say`geen cache` : say`–`;
}

export function cacheWarningWords(warning: CacheWarning): SafeText {
  switch (warning.code) {
    case 'allowlist':
      return allowlistWords(safeText(warning.ref), warning.dropped);
    case 'model-unknown':
      return say`Geen agent gebruikt ${safeText(warning.ref)}, en de naam is hier niet bekend: kijk of hij klopt.`;
    case 'allowlist-lifted':
      return say`Dit was het enige in agents.defaults.models, dat ook de lijst is van modellen die gekozen mogen worden. Zonder dat mag elk model.`;
    case 'no-effect':
      return say`Aanvragen van ${safeText(warning.agent)} volgen dit niet: bij de provider, ${safeText(warning.provider)}, gelden andere regels voor de cache.`;
    case 'hour-lost':
      return say`Voor ${safeText(warning.agent)} maakt deze OpenClaw van long 5 minuten, omdat de basis-URL niet van Anthropic is.`;
    case 'beaten':
      return say`${safeText(warning.agent)} volgt dit niet: ${pathWords(warning.path)} beslist.`;
    case 'routing':
      return say`${safeText(warning.agent)} gebruikt ${safeText(warning.ref)}: met eigen params schakelt OpenClaw de eigen routering van OpenAI-modellen uit.`;
    case 'gateway':
      return warning.effect === 'restart'
        ? say`Een draaiende OpenClaw-gateway herstart hierna, als het lopende werk klaar is.`
        : say`Een draaiende OpenClaw-gateway gebruikt dit vanaf de volgende aanvraag; herstarten hoeft niet.`;
  }
}

function allowlistWords(ref: SafeText, dropped: readonly string[]): SafeText {
  const first = say`agents.defaults.models is ook de lijst van modellen die gekozen mogen worden. Met ${ref} als eerste kan /model geen ander kiezen; agents houden het model waarmee ze beginnen`;
  return dropped.length === 0 ? say`${first}.` : say`${first}, maar OpenClaw laat deze fallbacks vallen: ${listWords(dropped)}.`;
}

export function cacheRefusalWords(reason: CacheRefusal): Explanation {
  switch (reason.code) {
    case 'broken-config':
    case 'include':
    case 'edit':
    case 'unknown-agent':
      return refusalWords(reason);
    case 'agent-params':
      return {
        title: say`OpenClaw ${safeText(reason.version)} weigert een config waarin een agent eigen params heeft; ${safeText(reason.firstVersion)} is de eerste die ze aanneemt. Er is niets gewijzigd.`,
        advice: baselineInstead(safeText(reason.ref), reason.sharing),
      };
    case 'agent-id-form':
      return {
        title: say`Het id van ${safeText(reason.agentId)} is bij ${pathWords(reason.at)} in een andere vorm geschreven, en OpenClaw zou de params ervan negeren. Er is niets gewijzigd.`,
        advice: say`Schrijf het id daar als ${safeText(reason.agentId)} en probeer het opnieuw. De agent blijft dezelfde.`,
      };
    case 'duplicate-agent':
      return {
        title: say`Twee plekken in de config bedoelen de agent ${safeText(reason.agentId)}, dus het is niet duidelijk welke telt. Er is niets gewijzigd.`,
        advice: say`Verwijder er een en probeer het opnieuw.`,
      };
    case 'model-ref':
      return {
        title: say`"${safeText(reason.written)}" noemt geen model. Er is niets gewijzigd.`,
        advice: say`Gebruik provider/model, zoals anthropic/claude-opus-4-6.`,
      };
    case 'model-unknown':
      return {
        title: say`Geen agent gebruikt ${safeText(reason.ref)}, en zo’n model is hier niet bekend. Er is niets gewijzigd.`,
        advice: say`Bedoelde je ${safeText(reason.meant)}? Klopt de naam, laat dan eerst een agent dat model gebruiken.`,
      };
    case 'variable':
      return {
        title: say`${pathWords(reason.at)} in ${safeText(reason.path)} komt uit een variabele. Er is niets gewijzigd.`,
        advice: say`Wijzig de variabele, of schrijf daar met de hand een waarde.`,
      };
    case 'would-refuse':
      return wouldRefuse(reason.refusal);
    case 'cannot-keep':
      return {
        title: say`Wat nu voor ${safeText(reason.agent)} geldt is zo niet te behouden. Er is niets gewijzigd.`,
        advice: say`Gebruik --all, zodat elke plek tegelijk verandert, of --keep meant.`,
      };
  }
}

function baselineInstead(ref: SafeText, sharing: readonly string[]): SafeText {
  const first = say`Wat daar werkt is de basis van het model: clawdial cache baseline ${ref} WAARDE.`;
  return sharing.length === 0 ? say`${first} Geen andere agent gebruikt dat model.` : say`${first} Dat geldt ook voor ${listWords(sharing)}.`;
}

function wouldRefuse(refusal: Extract<CacheRefusal, { readonly code: 'would-refuse' }>['refusal']): Explanation {
  const { title } = routeErrorWords({ code: 'config-refused', refusal, more: 0 }, say`deze versie`);
  return { title: joinSafe([say`Na deze wijziging zou OpenClaw de config weigeren.`, title], say` `), advice: say`Er is niets gewijzigd. Verbeter eerst deze plek.` };
}
