import type { OpenClawVersion } from '../openclaw/installation.ts';
import { textAt } from '../openclaw/json-object.ts';
import type { JsonObject } from '../openclaw/snapshot.ts';
import { supports } from './versions.ts';

/** What a running gateway does: it restarts (after its running work), or it goes on and uses the change as it comes. */
export type GatewayEffect = 'restart' | 'none';

/** Prefixes that need no restart, read on the next run or reloaded hot (2026.2.24, section 1.10). */
const reloaded = (
  'gateway.remote gateway.reload meta identity wizard logging models agents tools bindings audio agent routing messages ' +
  'session talk skills ui hooks cron browser channels'
).split(' ');

/** Further ones in 2026.9.6 (openclaw-2026.9, section 2.5). */
const reloadedLater = ['auth.order', 'auth.profiles', 'diagnostics.cacheTrace.enabled'];

/**
 * What a running gateway does when these paths of the config change; anything without a rule, such as `auth` and `env`
 * in 2026.2.24, makes it restart (S17). `gateway.reload.mode` of the config can forbid or force it.
 *
 * @param changed paths of the config, as key segments.
 */
export function gatewayEffect(changed: readonly (readonly string[])[], config: JsonObject, version: OpenClawVersion): GatewayEffect {
  if (changed.length === 0) return 'none';
  const mode = textAt(config, 'gateway', 'reload', 'mode');
  if (mode === 'off') return 'none';
  // From 2026.9.6 on `hot` and `restart` are retired: only `hybrid` and `off` are left.
  const modern = supports(version, 'auth-hot-reload');
  if (mode === 'hot' && !modern) return 'none';
  if (mode === 'restart' && !modern) return 'restart';
  const prefixes = modern ? [...reloaded, ...reloadedLater] : reloaded;
  return changed.every((path) => prefixes.some((prefix) => startsWith(path, prefix.split('.')))) ? 'none' : 'restart';
}

function startsWith(path: readonly string[], prefix: readonly string[]): boolean {
  return prefix.every((key, index) => path[index] === key);
}
