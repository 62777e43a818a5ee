import { safeText } from '../terminal/safe-text.ts';
import type { QuotaWindow, RateLimit } from './verdict.ts';

const windowHeader = /^anthropic-ratelimit-unified-(\d+[hd][a-z0-9_-]{0,24})-utilization$/;
const limitNames = ['requests', 'tokens', 'input-tokens', 'output-tokens'] as const;

/** More than this many times over a quota is no figure of a quota. */
const highestUtilization = 100;
/** Longest number that is read, in digits. */
const amount = /^\d{1,15}$/;

/**
 * The quota windows of a subscription, generically, because new ones appear (facts, anthropic-api section 2).
 * What is not a number is left out.
 */
export function quotaWindows(headers: Headers): readonly QuotaWindow[] {
  return [...headers].flatMap(([name, value]) => {
    const window = windowHeader.exec(name)?.[1];
    const utilization = /^\d{1,3}(?:\.\d{1,18})?$/.test(value.trim()) ? Number(value) : Number.NaN;
    if (window === undefined || !(utilization <= highestUtilization)) return [];
    const prefix = `anthropic-ratelimit-unified-${window}`;
    const status = headers.get(`${prefix}-status`) ?? '';
    return [
      {
        window: safeText(window),
        utilization,
        status: /^[a-z_]{1,32}$/.test(status) ? safeText(status) : null,
        resetsAt: secondsToEpoch(headers.get(`${prefix}-reset`)),
      },
    ];
  });
}

/** The limits of an API key; a row without both figures is left out. */
export function rateLimits(headers: Headers): readonly RateLimit[] {
  return limitNames.flatMap((name) => {
    const limit = headers.get(`anthropic-ratelimit-${name}-limit`) ?? '';
    const remaining = headers.get(`anthropic-ratelimit-${name}-remaining`) ?? '';
    if (!amount.test(limit) || !amount.test(remaining)) return [];
    const resetsAt = dateToEpoch(headers.get(`anthropic-ratelimit-${name}-reset`));
    return [{ what: safeText(name), limit: Number(limit), remaining: Number(remaining), resetsAt }];
  });
}

function secondsToEpoch(seconds: string | null): number | null {
  return seconds !== null && /^\d{9,11}$/.test(seconds) ? Number(seconds) * 1000 : null;
}

/** RFC 3339. */
function dateToEpoch(date: string | null): number | null {
  if (date === null || !/^\d{4}-\d\d-\d\dT[\d:.]{8,18}(?:Z|[+-]\d\d:\d\d)$/.test(date)) return null;
  const epoch = Date.parse(date);
  return Number.isNaN(epoch) ? null : epoch;
}
