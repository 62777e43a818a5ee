import type { Retention } from '../../rules/cache/retention.ts';
import type { DailyCosts } from '../../rules/cache-advice.ts';
import type { CacheLine } from '../../rules/cache-table.ts';
import type { UsageSummary } from '../../rules/usage-summary.ts';
import { joinSafe, safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { dollarsWords, numberWords, percentOf, plural } from './amounts.ts';
import { timeWords } from './date.ts';

/** Where the interval of an advice comes from. */
export type IntervalOrigin = 'given' | 'measured' | 'heartbeat';

const intervalOrigins: Readonly<Record<IntervalOrigin, SafeText>> = {
  given: say`as you say`,
  measured: say`measured, the middle one of all gaps`,
  heartbeat: say`its heartbeat`,
};

export const adviceWords = {
  title: (agent: SafeText, ref: SafeText): SafeText => say`Agent ${agent}, model ${ref}`,
  pattern: (every: SafeText, origin: IntervalOrigin, tokens: number): SafeText =>
    say`A call every ${every} (${intervalOrigins[origin]}), ${numberWords(tokens)} tokens that stay the same.`,
  assumedPrefix: say`The size is assumed; give your own with --prefix TOKENS.`,
  measuredPrefix: say`The size is measured: what its calls read from the cache and wrote to it.`,
  best: (value: Retention): SafeText => say`Cheapest: ${safeText(value)}.`,
  already: say`It is set so already.`,
  change: (agent: SafeText, value: Retention): SafeText => say`To set it: clawdial cache set ${agent} ${safeText(value)}`,
  changeBaseline: (ref: SafeText, value: Retention): SafeText => say`To set it, for all agents of this model: clawdial cache baseline ${ref} ${safeText(value)}`,
  unknownPrices: (ref: SafeText): SafeText => say`The prices of ${ref} are not known here, so nothing is reckoned. No other model’s prices are used for it.`,
  noInterval: say`It is not known how often this agent calls.`,
  noIntervalAdvice: say`Say it with --every, such as --every 30m.`,
  tooShort: (minimum: number): SafeText => say`Prompts below ${numberWords(minimum)} tokens are not cached by this model, whatever is set.`,
  heartbeat: (every: SafeText, ttl: SafeText): SafeText =>
    say`Its heartbeat comes every ${every}, and the cache keeps ${ttl}: every beat pays for writing the whole prompt again.`,
  plan: say`With a setup-token your plan is used up, and not these prices.`,
  regular: say`Reckoned for calls at one regular interval, day and night, with a prompt whose beginning does not change.`,
  measuredGaps: say`Reckoned for calls that come as the measured ones did, with a prompt whose beginning does not change.`,
  everyLabel: say`A call every`,
  prefixLabel: say`Unchanged tokens`,
  reading: say`Reading OpenClaw’s session transcripts …`,
  measuredMark: say`measured`,
  perDay: (amount: SafeText): SafeText => say`${amount} a day`,
  cheapestMark: say`cheapest`,
  setMark: say`as set now`,
  bestAndSet: say`cheapest, as set now`,
  prices: (date: SafeText, sources: SafeText): SafeText => say`Prices as of ${date} (${sources}).`,
} as const;

/** What the agent's own place makes of the settings, where the prices alone would mislead. */
export function placeRemarks({ effective, family, longTtl }: Pick<CacheLine, 'effective' | 'family' | 'longTtl'>): readonly SafeText[] {
  return [
    ...(family !== 'anthropic' || longTtl === '1h' ? [] : [say`Here long is 5 minutes on the wire, because the base URL is not Anthropic’s; it is reckoned as short.`]),
    ...(effective === null ? [say`OpenClaw does not decide how this agent’s prompts are cached; the setting changes nothing.`] : []),
  ];
}

/** Each source may hold commas of its own. */
export function sourcesWords(sources: readonly string[]): SafeText {
  return joinSafe(sources.map((source) => safeText(source)), say`; `);
}

/** `none $4.80, short $6.00, long $0.67 a day`. */
export function costsWords(costs: DailyCosts): SafeText {
  const parts = (['none', 'short', 'long'] as const).map((name) => say`${safeText(name)} ${dollarsWords(costs[name])}`);
  return say`${joinSafe(parts, say`, `)} a day`;
}

/** What OpenClaw's session transcripts say of the agent's calls, and of which period. */
export function usageWords({ calls, from, to, within5Minutes, within60Minutes, hitRate }: UsageSummary): SafeText {
  const count = plural(calls, { one: say`1 call`, other: say`${numberWords(calls)} calls` });
  const measured = say`${count} of this model in OpenClaw’s session transcripts, ${timeWords(from)} to ${timeWords(to)}`;
  const gaps = say`${percentOf(within5Minutes)} of the gaps are within 5 min, ${percentOf(within60Minutes)} within an hour`;
  return say`Measured: ${measured}; ${gaps}; ${percentOf(hitRate)} of the prompt tokens came from the cache.`;
}
