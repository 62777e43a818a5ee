import type { ConfigSources } from '../../openclaw/config-sources.ts';
import type { EnvironmentLayer } from '../../openclaw/environment.ts';
import type { Snapshot } from '../../openclaw/snapshot.ts';
import type { Surroundings } from '../../openclaw/surroundings/surroundings.ts';
import { agentWarnings, type StatusWarning } from '../agent-warnings.ts';
import { cacheLine, type CacheLine } from '../cache-table.ts';
import { cacheRoutes, type Route } from '../cache/route.ts';
import type { AgentCredentials } from '../candidates.ts';
import type { LiveFact } from './live-fact.ts';

/** What one agent's access and cache come to. */
export interface AgentFacts {
  readonly credentials: AgentCredentials;
  readonly warnings: readonly StatusWarning[];
  readonly route: Route;
  readonly cache: CacheLine;
}

/** Everything that the checks look at, read once and not changed by them. */
export interface DoctorFacts {
  readonly snapshot: Snapshot;
  /** The config and what it includes. */
  readonly sources: ConfigSources;
  /** Every place that sets variables, strongest first, the config's own included. */
  readonly environment: readonly EnvironmentLayer[];
  readonly surroundings: Surroundings;
  readonly agents: readonly AgentFacts[];
  /** What the API said of each credential; null when nobody asked it. */
  readonly live: readonly LiveFact[] | null;
  /** Epoch ms. */
  readonly now: number;
}

/** The facts without what is computed from them. */
export type ReadDoctorFacts = Omit<DoctorFacts, 'agents'> & { readonly credentials: readonly AgentCredentials[] };

/** Asks the rules about each agent, once for all checks. */
export function doctorFacts({ credentials, ...read }: ReadDoctorFacts): DoctorFacts {
  const { snapshot, environment, now } = read;
  const routes = cacheRoutes(snapshot, credentials, now, environment);
  const agents = credentials.flatMap((one, index): readonly AgentFacts[] => {
    const route = routes[index];
    if (route === undefined) return [];
    return [{ credentials: one, warnings: agentWarnings(snapshot, one, now), route, cache: cacheLine(snapshot, one.agent, environment) }];
  });
  return { ...read, agents };
}
