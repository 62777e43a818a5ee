const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * Parses a duration as OpenClaw does: `365d`, `1d12h`, `90m`, or a bare number of days (2026.2.24, facts section 5).
 *
 * @returns milliseconds, or null when it is no duration.
 */
export function parseDuration(text: string): number | null {
  const trimmed = text.trim().toLowerCase();
  if (/^\d+(\.\d+)?$/.test(trimmed)) return Math.round(Number(trimmed) * 86_400_000);
  if (!/^(\d+(\.\d+)?(ms|s|m|h|d))+$/.test(trimmed)) return null;
  let total = 0;
  for (const [, amount = '0', unit = 'ms'] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)) {
    total += Number(amount) * (unitMs[unit] ?? 0);
  }
  return Math.round(total);
}

/** A hundred years in ms: what claims to last longer is a slip of the finger. */
const longestLifetimeMs = 36_525 * 86_400_000;

/** A duration that can be the lifetime of a credential: longer than nothing, and not absurd; else null. */
export function parseLifetime(text: string): number | null {
  const lifetime = parseDuration(text);
  return lifetime === null || lifetime <= 0 || lifetime > longestLifetimeMs ? null : lifetime;
}
