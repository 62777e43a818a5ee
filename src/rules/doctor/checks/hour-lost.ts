import type { Check } from '../check.ts';
import { fromRoute } from '../from-route.ts';

/** `long` behind a base URL where this version asks for five minutes only (S5). */
export const hourLost: Check = {
  code: 'hour-lost',
  find: (facts) => fromRoute(facts, 'long-needs-anthropic', 'warning', () => ({ in: 'config', keys: ['models', 'providers', 'anthropic', 'baseUrl'] })),
};
