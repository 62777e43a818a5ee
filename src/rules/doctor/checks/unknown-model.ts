import type { Check } from '../check.ts';
import { fromRouteError } from '../from-route-error.ts';

/** The version does not know the agent's model, so that it sends nothing. */
export const unknownModel: Check = {
  code: 'unknown-model',
  find: (facts) =>
    fromRouteError(facts, 'unknown-model', ({ ref }) => {
      const keys = facts.agents.find(({ route }) => route.error?.code === 'unknown-model' && route.error.ref === ref)?.route.modelPath ?? null;
      return keys === null ? null : { in: 'config', keys };
    }),
};
