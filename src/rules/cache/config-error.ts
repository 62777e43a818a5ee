import type { Snapshot } from '../../openclaw/snapshot.ts';
import { refusalsOf } from './refusals.ts';
import type { RouteError } from './route-error.ts';

export type ConfigError = Extract<RouteError, { readonly code: 'config-broken' | 'config-refused' }>;

/** A snapshot never changes, so what was found in it stays true: a thousand agents ask for the same answer. */
const found = new WeakMap<Snapshot, ConfigError | null>();

/** Why this version of OpenClaw takes nothing of the config, or null when it does. */
export function configError(snapshot: Snapshot): ConfigError | null {
  const known = found.get(snapshot);
  if (known !== undefined) return known;
  const error = lookFor(snapshot);
  found.set(snapshot, error);
  return error;
}

function lookFor(snapshot: Snapshot): ConfigError | null {
  const { config } = snapshot;
  if (config.state === 'broken') return { code: 'config-broken', path: config.path, problem: config.problem };
  const [refusal, ...more] = refusalsOf(snapshot);
  return refusal === undefined ? null : { code: 'config-refused', refusal, more: more.length };
}
