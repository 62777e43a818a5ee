import { pricesOf, type ModelPrices } from '../anthropic/models.ts';
import { isJsonObject, objectAt, textAt, trimmedText, valueAt } from '../openclaw/json-object.ts';
import type { Agent, JsonObject, Snapshot } from '../openclaw/snapshot.ts';
import { effectiveConfig } from './agents.ts';
import { authModeOf } from './cache/api-key-default.ts';
import { agentEntry, valueAtPath } from './cache/config-path.ts';
import type { CacheTtl, Retention } from './cache/retention.ts';
import type { CacheLine } from './cache-table.ts';
import { parseDuration } from './duration.ts';
import { anthropic } from './provider-id.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** A usual size for the instructions and tools of an agent, where none is given. */
export const assumedPrefixTokens = 20_000;

/** How long each retention keeps after the last call, in ms. */
const lifetimeMs: Readonly<Record<'short' | 'long', number>> = { short: 5 * minuteMs, long: 60 * minuteMs };

/** What the same part of an agent's prompt costs a day, in USD, under each retention. */
export type DailyCosts = Readonly<Record<Retention, number>>;

/** The interval and size that an answer is for. */
export interface CallPattern {
  /** Between one call and the next, in ms; more than 0. */
  readonly everyMs: number;
  /** Tokens that stay the same from call to call. */
  readonly prefixTokens: number;
  /** How the calls really came, where that was measured; else they come at one regular interval. */
  readonly gaps?: CallGaps;
}

/** How calls come: seldom at one interval, but in bursts with pauses between them. */
export interface CallGaps {
  readonly callsPerDay: number;
  /** Of all gaps between two calls, the share that an entry of five minutes outlives; 0 to 1. */
  readonly within5Minutes: number;
  /** The same for an entry of an hour. */
  readonly within60Minutes: number;
}

/** Calls at one interval, all day. */
function regularGaps(everyMs: number): CallGaps {
  return {
    callsPerDay: dayMs / everyMs,
    within5Minutes: everyMs <= lifetimeMs.short ? 1 : 0,
    within60Minutes: everyMs <= lifetimeMs.long ? 1 : 0,
  };
}

/**
 * Costs of the unchanged part of the prompt over a day of calls (facts, anthropic-api section 5, with nothing new per
 * call): within the life of an entry it is read, else it is written again. Below the model's minimum nothing is cached,
 * whatever is set.
 */
export function dailyCosts(prices: ModelPrices, { everyMs, prefixTokens, gaps = regularGaps(everyMs) }: CallPattern): DailyCosts {
  const rates = prices.ratesFor(prefixTokens);
  const perDay = (gaps.callsPerDay * prefixTokens) / 1_000_000;
  const none = rates.input * perDay;
  if (prefixTokens < prices.minimumTokens) return { none, short: none, long: none };
  return {
    none,
    short: perDay * mixed(gaps.within5Minutes, rates.read, rates.write5m),
    long: perDay * mixed(gaps.within60Minutes, rates.read, rates.write1h),
  };
}

/** The mean rate when that share of the calls is read, and the rest written. */
function mixed(share: number, read: number, write: number): number {
  return share * read + (1 - share) * write;
}

/** The cheapest; of two that cost the same the one that risks less when the interval is missed. */
export function cheapest(costs: DailyCosts): Retention {
  const order: readonly Retention[] = ['none', 'short', 'long'];
  return order.reduce((best, next) => (costs[next] < costs[best] ? next : best));
}

/** What caching would cost an agent, as far as its model's prices are known. */
export interface CacheAdvice {
  readonly costs: DailyCosts | null;
  readonly best: Retention | null;
  /** Tokens that the model wants at least, when the prompt has fewer; else null. */
  readonly minimumTokens: number | null;
}

/** Prices are known for Anthropic's own API only. */
export function adviceFor({ agent: { model }, longTtl }: Pick<CacheLine, 'agent' | 'longTtl'>, pattern: CallPattern): CacheAdvice {
  const prices = model.provider === anthropic ? pricesOf(model.modelId) : null;
  if (prices === null) return { costs: null, best: null, minimumTokens: null };
  const reckoned = dailyCosts(prices, pattern);
  // Where the request loses the hour, `long` is billed as what it is on the wire.
  const costs = longTtl === '1h' ? reckoned : { ...reckoned, long: reckoned.short };
  return { costs, best: cheapest(costs), minimumTokens: pattern.prefixTokens < prices.minimumTokens ? prices.minimumTokens : null };
}

/**
 * How often the agent's heartbeat calls, in ms; null when it has none. Its own setting, else that of the defaults, else
 * what OpenClaw puts there itself: 30 minutes with an API key, an hour with a token (2026.2.24, sections 7.3 and 7.8).
 */
export function heartbeatMs(snapshot: Snapshot, agent: Agent): number | null {
  const config = effectiveConfig(snapshot.config);
  const entry = agentEntry(config, agent.id, snapshot.installation.version);
  const own = entry === null ? undefined : valueAtPath(config, [...entry.path, 'heartbeat']);
  if (own === undefined && (!agent.isDefault || hasOwnBeats(config))) return null;
  const written = textAt(own, 'every') ?? textAt(config, 'agents', 'defaults', 'heartbeat', 'every');
  if (written !== null) return positive(parseMinutes(written));
  const mode = authModeOf(snapshot);
  return mode === null ? null : mode === 'api_key' ? 30 * minuteMs : 60 * minuteMs;
}

/** As soon as any agent has a heartbeat of its own, only those that do have one (openclaw-2026.9, section 2.6). */
function hasOwnBeats(config: JsonObject): boolean {
  const list = valueAt(config, 'agents', 'list');
  const entries: readonly unknown[] = [...Object.values(objectAt(config, 'agents', 'entries')), ...(Array.isArray(list) ? list : [])];
  return entries.some((entry) => isJsonObject(valueAt(entry, 'heartbeat')));
}

/** A bare number means minutes here. */
function parseMinutes(text: string): number | null {
  const trimmed = trimmedText(text) ?? '';
  return /^\d+(\.\d+)?$/.test(trimmed) ? Math.round(Number(trimmed) * minuteMs) : parseDuration(trimmed);
}

function positive(ms: number | null): number | null {
  return ms === null || ms <= 0 ? null : ms;
}

/** True when every beat comes too late for the entry that the one before wrote. */
export function missesEveryTime(everyMs: number, ttl: CacheTtl | null): boolean {
  return ttl !== null && everyMs > (ttl === '1h' ? lifetimeMs.long : lifetimeMs.short);
}
