import type { Check } from '../check.ts';
import { fromStatus } from '../from-status.ts';

/** The other kind of credential is tried when the one in use fails: the bill moves without a word (users, part 2). */
export const apiKeyBesideSubscription: Check = {
  code: 'api-key-beside-subscription',
  find: (facts) => fromStatus(facts, 'api-key-beside-subscription', ({ paysNow }) => ({ severity: paysNow === 'api' ? 'warning' : 'note', place: null })),
};
