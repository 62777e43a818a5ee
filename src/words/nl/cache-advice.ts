import type { Retention } from '../../rules/cache/retention.ts';
import type { DailyCosts } from '../../rules/cache-advice.ts';
import type { CacheLine } from '../../rules/cache-table.ts';
import type { UsageSummary } from '../../rules/usage-summary.ts';
import { joinSafe, safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import type { IntervalOrigin } from '../en/cache-advice.ts';
import { dollarsWords, numberWords, percentOf, plural } from './amounts.ts';
import { timeWords } from './date.ts';

const intervalOrigins: Readonly<Record<IntervalOrigin, SafeText>> = {
  given: say`zoals je zegt`,
  measured: say`gemeten, de middelste van alle tussenpozen`,
  heartbeat: say`de heartbeat`,
};

export const adviceWords = {
  title: (agent: SafeText, ref: SafeText): SafeText => say`Agent ${agent} met ${ref}`,
  pattern: (every: SafeText, origin: IntervalOrigin, tokens: number): SafeText =>
    say`Elke ${every} een aanroep (${intervalOrigins[origin]}), ${numberWords(tokens)} tokens die hetzelfde blijven.`,
  assumedPrefix: say`De omvang is aangenomen; geef je eigen met --prefix TOKENS.`,
  measuredPrefix: say`De omvang is gemeten: wat de aanroepen uit de cache lazen en erin schreven.`,
  best: (value: Retention): SafeText => say`Goedkoopst: ${safeText(value)}.`,
  already: say`Zo staat het al ingesteld.`,
  change: (agent: SafeText, value: Retention): SafeText => say`Instellen: clawdial cache set ${agent} ${safeText(value)}`,
  changeBaseline: (ref: SafeText, value: Retention): SafeText => say`Zo stel je het in, voor alle agents met dit model: clawdial cache baseline ${ref} ${safeText(value)}`,
  unknownPrices: (ref: SafeText): SafeText => say`De prijzen van ${ref} zijn hier niet bekend, dus er is niets berekend. Prijzen van een ander model worden er niet voor gebruikt.`,
  noInterval: say`Het is niet bekend hoe vaak deze agent aanroept.`,
  noIntervalAdvice: say`Zeg het met --every, zoals --every 30m.`,
  tooShort: (minimum: number): SafeText => say`Prompts onder ${numberWords(minimum)} tokens komen bij dit model niet in de cache, wat er ook is ingesteld.`,
  heartbeat: (every: SafeText, ttl: SafeText): SafeText =>
    say`De heartbeat komt elke ${every} en de cache duurt ${ttl}: elke keer wordt het schrijven van de hele prompt opnieuw betaald.`,
  plan: say`Met een setup-token telt je abonnement, en gelden deze prijzen niet.`,
  regular: say`Berekend voor aanroepen met één vaste tussenpoos, dag en nacht, met een prompt waarvan het begin niet verandert.`,
  measuredGaps: say`Berekend voor aanroepen zoals de gemeten, met een prompt waarvan het begin niet verandert.`,
  everyLabel: say`Aanroep elke`,
  prefixLabel: say`Vaste tokens`,
  reading: say`Sessietranscripten van OpenClaw lezen …`,
  measuredMark: say`gemeten`,
  perDay: (amount: SafeText): SafeText => say`${amount} per dag`,
  cheapestMark: say`goedkoopst`,
  setMark: say`zoals nu`,
  bestAndSet: say`goedkoopst, zoals nu`,
  prices: (date: SafeText, sources: SafeText): SafeText => say`Prijzen van ${date} (${sources}).`,
} as const;

/** What the agent's own place makes of the settings, where the prices alone would mislead. */
export function placeRemarks({ effective, family, longTtl }: Pick<CacheLine, 'effective' | 'family' | 'longTtl'>): readonly SafeText[] {
  return [
    ...(family !== 'anthropic' || longTtl === '1h' ? [] : [say`Hier wordt long als 5 minuten verstuurd, omdat de basis-URL niet van Anthropic is; het is als short berekend.`]),
    ...(effective === null ? [say`OpenClaw bepaalt niet hoe de prompts van deze agent in de cache komen; de instelling verandert niets.`] : []),
  ];
}

/** Each source may hold commas of its own. */
export function sourcesWords(sources: readonly string[]): SafeText {
  return joinSafe(sources.map((source) => safeText(source)), say`; `);
}

/** `none $ 4,80, short $ 6,00, long $ 0,67 per dag`. */
export function costsWords(costs: DailyCosts): SafeText {
  const parts = (['none', 'short', 'long'] as const).map((name) => say`${safeText(name)} ${dollarsWords(costs[name])}`);
  return say`${joinSafe(parts, say`; `)} per dag`;
}

/** What OpenClaw's session transcripts say of the agent's calls, and of which period. */
export function usageWords({ calls, from, to, within5Minutes, within60Minutes, hitRate }: UsageSummary): SafeText {
  const count = plural(calls, { one: say`1 aanroep`, other: say`${numberWords(calls)} aanroepen` });
  const measured = say`${count} van dit model in de sessietranscripten van OpenClaw, ${timeWords(from)} tot ${timeWords(to)}`;
  const gaps = say`${percentOf(within5Minutes)} van de tussenpozen is binnen 5 min, ${percentOf(within60Minutes)} binnen een uur`;
  return say`Gemeten: ${measured}; ${gaps}; ${percentOf(hitRate)} van de prompttokens kwam uit de cache.`;
}
