import type { Check } from '../check.ts';
import { fromRoute } from '../from-route.ts';
import type { Mend } from '../finding.ts';

/** `cacheControlTtl` loses, to the `short` that OpenClaw puts there in API-key mode (S6) or to a `cacheRetention`. */
export const cacheTtlBeaten: Check = {
  code: 'cache-ttl-beaten',
  find: (facts) => {
    const mend = (_warning: unknown, agentIds: readonly string[]): Mend => ({ do: 'migrate-retention', agentIds });
    return [
      ...fromRoute(facts, 'beaten-by-api-key-default', 'warning', ({ path }) => ({ in: 'config', keys: path }), (warning, agentIds) =>
        warning.path.at(-1) === 'cacheControlTtl' ? mend(warning, agentIds) : null,
      ),
      ...fromRoute(facts, 'legacy-beaten', 'warning', ({ path }) => ({ in: 'config', keys: path }), mend),
    ];
  },
};
