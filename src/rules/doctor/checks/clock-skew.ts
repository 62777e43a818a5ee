import type { Check } from '../check.ts';

/** Less than this may be the network, and hurts nobody. */
const toleratedMs = 60_000;

/** This machine's clock against the `date` of the API's answers: ends of tokens and of cooldowns go by it. */
export const clockSkew: Check = {
  code: 'clock-skew',
  find: ({ live }) => {
    const ahead = (live ?? []).flatMap(({ clockAheadMs }) => clockAheadMs ?? []).toSorted((a, b) => Math.abs(a) - Math.abs(b));
    const [aheadMs = 0] = ahead;
    if (Math.abs(aheadMs) < toleratedMs) return [];
    return [{ severity: 'problem', place: null, agents: [], told: { by: 'doctor', detail: { what: 'clock-skew', aheadMs } }, mend: null }];
  },
};
