import { expect, test } from 'vitest';
import { clockAhead } from '../../src/anthropic/clock.ts';

const served = 'Sun, 22 Nov 2026 10:00:00 GMT';
const at = Date.parse(served);

test.each([
  ['within the second that the date counts in', served, at + 999, 0],
  ['a minute ahead', served, at + 60_000, 60_000],
  ['a minute behind', served, at - 60_000, -60_000],
  ['no date', null, at, null],
  ['no date at all, but a text', 'yesterday', at, null],
])('%s', (_name, date, now, ahead) => {
  expect(clockAhead(date, now)).toBe(ahead);
});
