import { heartbeatMs, missesEveryTime } from '../../cache-advice.ts';
import { textAt } from '../../../openclaw/json-object.ts';
import { effectiveConfig } from '../../agents.ts';
import { agentEntry, valueAtPath } from '../../cache/config-path.ts';
import type { Check } from '../check.ts';

/**
 * Every beat comes after the entry that the one before wrote is gone, so that each one pays for a write (users, section
 * 6.10). Only for a heartbeat that someone set: what OpenClaw puts there itself is told by `cache advise`.
 */
export const heartbeatMissesCache: Check = {
  code: 'heartbeat-misses-cache',
  find: ({ snapshot, agents }) =>
    agents.flatMap(({ credentials: { agent }, cache }) => {
      const everyMs = heartbeatMs(snapshot, agent);
      const config = effectiveConfig(snapshot.config);
      const entry = agentEntry(config, agent.id, snapshot.installation.version);
      const own = entry === null ? [] : [...entry.path, 'heartbeat'];
      const isOwn = own.length > 0 && textAt(valueAtPath(config, own), 'every') !== null;
      const keys = isOwn ? [...own, 'every'] : ['agents', 'defaults', 'heartbeat', 'every'];
      if (everyMs === null || cache.ttl === null || !missesEveryTime(everyMs, cache.ttl) || valueAtPath(config, keys) === undefined) return [];
      const detail = { what: 'heartbeat-misses-cache', agentId: agent.id, everyMs, ttl: cache.ttl } as const;
      return [{ severity: 'note' as const, place: { in: 'config' as const, keys }, agents: [agent.id], told: { by: 'doctor' as const, detail }, mend: null }];
    }),
};
