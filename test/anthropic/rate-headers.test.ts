import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotaWindows, rateLimits } from '../../src/anthropic/rate-headers.ts';

const unified = 'anthropic-ratelimit-unified';

describe('quota windows of a subscription', () => {
  it('are read whatever they are called', () => {
    const headers = new Headers({
      [`${unified}-status`]: 'allowed',
      [`${unified}-5h-status`]: 'allowed_warning',
      [`${unified}-5h-utilization`]: '0.91',
      [`${unified}-5h-reset`]: '1790000000',
      [`${unified}-7d-utilization`]: '1.02',
      [`${unified}-7d_oi-utilization`]: '0',
      [`${unified}-overage-status`]: 'rejected',
    });
    expect(quotaWindows(headers)).toEqual([
      { window: '5h', utilization: 0.91, status: 'allowed_warning', resetsAt: 1_790_000_000_000 },
      { window: '7d', utilization: 1.02, status: null, resetsAt: null },
      { window: '7d_oi', utilization: 0, status: null, resetsAt: null },
    ]);
  });

  it.each(['', 'half', '-0.1', '1e400', 'NaN', 'Infinity', '0x1', '12345', '0.5 0.5', '101'])('leave out a utilization of %j', (value) => {
    expect(quotaWindows(new Headers({ [`${unified}-5h-utilization`]: value }))).toEqual([]);
  });

  it('leave out a status or a time that cannot be one', () => {
    const headers = new Headers({ [`${unified}-5h-utilization`]: '0.5', [`${unified}-5h-status`]: 'a b; c', [`${unified}-5h-reset`]: 'soon' });
    expect(quotaWindows(headers)).toEqual([{ window: '5h', utilization: 0.5, status: null, resetsAt: null }]);
  });
});

describe('limits of an API key', () => {
  it('are read with the time at which they start anew', () => {
    const headers = new Headers({
      'anthropic-ratelimit-requests-limit': '50',
      'anthropic-ratelimit-requests-remaining': '49',
      'anthropic-ratelimit-requests-reset': '2026-11-22T12:00:00Z',
      'anthropic-ratelimit-output-tokens-limit': '8000',
      'anthropic-ratelimit-output-tokens-remaining': '0',
      'anthropic-ratelimit-tokens-limit': '10',
    });
    expect(rateLimits(headers)).toEqual([
      { what: 'requests', limit: 50, remaining: 49, resetsAt: Date.UTC(2026, 10, 22, 12) },
      { what: 'output-tokens', limit: 8000, remaining: 0, resetsAt: null },
    ]);
  });

  it('are finite numbers or nothing, whatever the server sends', () => {
    const value = fc.string({ unit: fc.constantFrom(...'0123456789.-eEx TZ:'), maxLength: 24 });
    fc.assert(
      fc.property(value, value, value, (limit, remaining, reset) => {
        const headers = new Headers({
          'anthropic-ratelimit-tokens-limit': limit,
          'anthropic-ratelimit-tokens-remaining': remaining,
          'anthropic-ratelimit-tokens-reset': reset,
          [`${unified}-5h-utilization`]: limit,
          [`${unified}-5h-reset`]: reset,
        });
        const numbers = [
          ...rateLimits(headers).flatMap((row) => [row.limit, row.remaining, row.resetsAt ?? 0]),
          ...quotaWindows(headers).flatMap((row) => [row.utilization, row.resetsAt ?? 0]),
        ];
        expect(numbers.every((number) => Number.isFinite(number) && number >= 0)).toBe(true);
      }),
    );
  });
});
