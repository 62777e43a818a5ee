import type { Snapshot } from '../../openclaw/snapshot.ts';
import { oncePer } from '../once-per.ts';
import { refusalsOf } from './refusals.ts';
import type { RouteError } from './route-error.ts';

export type ConfigError = Extract<RouteError, { readonly code: 'config-broken' | 'config-refused' }>;

/** Why this version of OpenClaw takes nothing of the config, or null when it does. */
export const configError: (snapshot: Snapshot) => ConfigError | null = oncePer(lookFor);

function lookFor(snapshot: Snapshot): ConfigError | null {
  const { config } = snapshot;
  if (config.state === 'broken') return { code: 'config-broken', path: config.path, problem: config.problem };
  const [refusal, ...more] = refusalsOf(snapshot);
  return refusal === undefined ? null : { code: 'config-refused', refusal, more: more.length };
}
