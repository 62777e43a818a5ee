import * as v from 'valibot';
import table from './models.json' with { type: 'json' };

const rates = { input: v.number(), write5m: v.number(), write1h: v.number(), read: v.number() };
const rowSchema = v.object({ ...rates, minimumTokens: v.number(), above: v.optional(v.object({ ...rates, promptTokens: v.number() })) });
const tableSchema = v.object({ asOf: v.string(), sources: v.array(v.string()), models: v.record(v.string(), rowSchema) });

/** What input costs, in USD for a million tokens. */
export interface InputRates {
  readonly input: number;
  /** Into the cache for five minutes, and for an hour. */
  readonly write5m: number;
  readonly write1h: number;
  /** From the cache. */
  readonly read: number;
}

export interface ModelPrices {
  /** A prompt below this many tokens is not cached, without a word. */
  readonly minimumTokens: number;
  /** For a prompt of that size. */
  readonly ratesFor: (promptTokens: number) => InputRates;
}

const parsed = v.parse(tableSchema, table);
const rows = new Map(Object.entries(parsed.models));

/** The day of the prices, and where they were read. What came later is not in them. */
export const pricesAsOf = { date: parsed.asOf, sources: parsed.sources } as const;

/** Ids of the models whose prices are known. */
export const pricedModels: readonly string[] = [...rows.keys()];

/**
 * Prices of a model at Anthropic's own API, or null when they are not known: no model borrows the row of another. A date
 * at the end of an id names the same model.
 */
export function pricesOf(modelId: string): ModelPrices | null {
  const row = rows.get(modelId) ?? rows.get(modelId.replace(/-\d{8}$/, ''));
  if (row === undefined) return null;
  const { above, minimumTokens } = row;
  return { minimumTokens, ratesFor: (promptTokens) => (above !== undefined && promptTokens > above.promptTokens ? above : row) };
}
