import type { Check } from '../check.ts';
import { fromRoute } from '../from-route.ts';

/** Betas set by hand that push out the ones a setup-token needs, or are not sent themselves (section 8; observed, section 0). */
export const betaHeader: Check = {
  code: 'beta-header',
  find: (facts) => [
    ...fromRoute(facts, 'oauth-betas-dropped', 'problem', () => null),
    ...fromRoute(facts, 'beta-header-replaced', 'warning', () => ({ in: 'config', keys: ['models', 'providers', 'anthropic'] })),
    ...fromRoute(facts, 'beta-header-ignored', 'warning', () => ({ in: 'config', keys: ['models', 'providers', 'anthropic'] })),
  ],
};
