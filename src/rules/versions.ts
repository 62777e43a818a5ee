import type { Layout, OpenClawVersion } from '../openclaw/installation.ts';

/** What a version of OpenClaw can do, or does differently, from its first version on. */
export type Gate =
  /** The gateway keeps stores in memory: an outside edit of a store is not seen by a running gateway. */
  | 'gateway-store-memory'
  /** `agents.list[].params` is valid; before, it makes the config invalid. */
  | 'agent-params'
  /** `keyRef` and `tokenRef` name secrets that are kept elsewhere. */
  | 'secret-references'
  /** A credential that is rejected for good is disabled, for less long than an unpaid one. */
  | 'auth-permanent-disable'
  /** The newer, shorter cooldown ladder; from here on a cooldown can be for one model. */
  | 'short-cooldown-ladder'
  /** `agents.defaults.params` is valid. */
  | 'defaults-params'
  /** `models auth list` exists. */
  | 'auth-list-command'
  /** OpenClaw takes `openclaw.json.lock` for its own config writes. */
  | 'config-lock'
  /** `context1m` does nothing any more. */
  | 'context1m-retired'
  /** `models auth paste-api-key` and `paste-token` read the secret from stdin. */
  | 'paste-on-stdin'
  /** The roster lives in `agents.entries`; `modelPolicy.allow`, only `env.vars`, no `auth.cooldowns`. */
  | 'agent-entries'
  /**
   * An agent's own profiles come before the shared ones, also before a shared order; a profile that no store holds has
   * no statistics; an order that names nothing that is stored is passed over.
   */
  | 'own-profiles-first'
  /** A store that cannot be read, or that old files wait beside, stops OpenClaw instead of counting as empty. */
  | 'store-fail-closed'
  /** `models status` names the agent's own store where that holds a profile, not the one that all inherit. */
  | 'status-own-store'
  /** `models auth order set` of an agent may name what it only inherits; before, it leaves that out and says that it is done. */
  | 'inherited-in-order'
  /** `provider/model@profile`: the profile is tried first, and when it cannot be used nothing is. */
  | 'pinned-profile'
  /** An agent with a model of its own does not fall back to what the defaults name. */
  | 'own-model-alone'
  /** `models auth activate` puts a saved replacement in place. */
  | 'activate-command'
  /** `models auth logout` exists. */
  | 'logout-command'
  /** `config set` can compare before it writes. */
  | 'config-set-compare'
  /** A running gateway applies `auth.*` without a restart (read in 2026.9.6; earlier versions were not). */
  | 'auth-hot-reload'
  /** The beta for interleaved thinking goes out only beside other betas that the config asks for. */
  | 'interleaved-on-request'
  /** Windows that are over reset the counters before the next failure counts; only rate limits go on counting. */
  | 'counters-restart'
  /** Rate limits climb a ladder of their own, doubling up to a day; the first disable for billing is ten minutes. */
  | 'backoff-by-reason'
  /** A token whose `expires` is no time is left out. */
  | 'strict-expiry'
  /** The short name opus leads to Opus 4.8. */
  | 'opus-4-8'
  /** The short names of models lead to the fifth generation. */
  | 'newer-aliases'
  /** `models status` names the utility model, why a profile cools down, and what helps it. */
  | 'status-names-routes'
  /** `models status` judges a provider by the profiles that can be used, not by all that are stored, and names other ways to Claude. */
  | 'status-by-usable-profiles'
  /** A profile that is only disabled is tried all the same, unless it was rejected. */
  | 'disabled-probe'
  /** So is one that only cools down. */
  | 'cooling-probe'
  /** `models` of an agent is valid; before, it makes the config invalid. */
  | 'agent-models'
  /** `params` of an agent's `models` are merged. */
  | 'agent-model-params'
  /**
   * OpenClaw sends the requests itself: one hour of cache behind any base URL, `PI_CACHE_RETENTION` without effect, no
   * betas but those that are asked for, and beside those none of a token's. The `short` of API-key mode is put into what
   * status shows, and not into what a run uses.
   */
  | 'own-transport'
  /** Requests to Anthropic itself name the betas of tools and of a token again. */
  | 'own-betas'
  /**
   * The newer request builder: betas of its own beside those of a header, the `short` of API-key mode in runs again, a
   * profile that cools down tried all the same and a disabled one not.
   */
  | 'new-request-builder';

type Version = Pick<OpenClawVersion, 'year' | 'month' | 'patch'>;

/** First version of each gate; the facts' README ("Version gates at a glance") and openclaw-2026.9 section 2.5. */
const firstVersions: Readonly<Record<Gate, Version>> = {
  'gateway-store-memory': version(2026, 2, 26),
  'agent-params': version(2026, 3, 13),
  'secret-references': version(2026, 2, 26),
  'auth-permanent-disable': version(2026, 4, 5),
  'short-cooldown-ladder': version(2026, 3, 28),
  'defaults-params': version(2026, 4, 1),
  'auth-list-command': version(2026, 5, 4),
  'config-lock': version(2026, 5, 20),
  'context1m-retired': version(2026, 5, 22),
  'paste-on-stdin': version(2026, 5, 28),
  'agent-entries': version(2026, 8, 1),
  'store-fail-closed': version(2026, 8, 1),
  'opus-4-8': version(2026, 5, 28),
  'newer-aliases': version(2026, 8, 2),
  'status-own-store': version(2026, 5, 28),
  'inherited-in-order': version(2026, 8, 1),
  'logout-command': version(2026, 8, 1),
  'config-set-compare': version(2026, 9, 1),
  'auth-hot-reload': version(2026, 9, 6),
  // The rest as observed: absent in the version tried before, there in this one.
  'interleaved-on-request': version(2026, 3, 13),
  'disabled-probe': version(2026, 3, 13),
  'cooling-probe': version(2026, 7, 1),
  'agent-models': version(2026, 5, 12),
  'agent-model-params': version(2026, 9, 6),
  'counters-restart': version(2026, 9, 6),
  'backoff-by-reason': version(2026, 9, 6),
  'pinned-profile': version(2026, 5, 28),
  'own-model-alone': version(2026, 5, 28),
  'strict-expiry': version(2026, 5, 28),
  'status-by-usable-profiles': version(2026, 5, 28),
  'own-profiles-first': version(2026, 7, 1),
  'status-names-routes': version(2026, 9, 6),
  'own-transport': version(2026, 5, 28),
  'own-betas': version(2026, 7, 1),
  'activate-command': version(2026, 9, 6),
  'new-request-builder': version(2026, 9, 6),
};

/** The versions whose requests were seen on the wire, oldest first. */
const seenOnTheWire: readonly Version[] = [version(2026, 2, 24), version(2026, 3, 13), version(2026, 5, 28), version(2026, 7, 1), version(2026, 9, 6)];

/** The layouts a version can have, likeliest first, from the version in which the row starts (newest row first). */
const layouts: readonly (readonly [Version, readonly Layout[]])[] = [
  [version(2026, 8, 1), ['shared-database']],
  [version(2026, 6, 5), ['agent-database']],
  [version(2026, 4, 22), ['split-files']],
  // The split came somewhere in here: the files tell.
  [version(2026, 4, 1), ['single-file', 'split-files']],
];

/** The model without any config, newest first; each seen with that version (`npm run test:openclaw`). */
const builtInModels: readonly (readonly [Version, string])[] = [
  [version(2026, 8, 1), 'openai/gpt-6-astra'],
  [version(2026, 5, 28), 'openai/gpt-5.5'],
];

/** Negative when `a` is older than `b`, positive when newer, 0 when equal. Pre-release parts are not compared. */
export function compareVersions(a: Version, b: Version): number {
  return a.year - b.year || a.month - b.month || a.patch - b.patch;
}

/** True when that version of OpenClaw has the gate. */
export function supports(installed: Version, gate: Gate): boolean {
  return compareVersions(installed, firstVersions[gate]) >= 0;
}

/** `2026.3.13` for the first version that has the gate. */
export function firstVersionWith(gate: Gate): string {
  return versionText(firstVersions[gate]);
}

/** The version seen on the wire whose rules are used for this one: the newest that is not newer, else the oldest. */
export function wireModelOf(installed: Version): { readonly version: string; readonly same: boolean } {
  const [oldest = installed] = seenOnTheWire;
  const model = seenOnTheWire.findLast((seen) => compareVersions(seen, installed) <= 0) ?? oldest;
  return { version: versionText(model), same: compareVersions(model, installed) === 0 };
}

/** The layouts that a version can have, likeliest first; never empty. */
export function layoutsOf(installed: Version): readonly Layout[] {
  return layouts.find(([first]) => compareVersions(installed, first) >= 0)?.[1] ?? ['single-file'];
}

/** OpenClaw's model when nothing is configured (2026.2.24 section 9; from 2026.8 another provider's). */
export function builtInModelOf(installed: Version): string {
  return builtInModels.find(([first]) => compareVersions(installed, first) >= 0)?.[1] ?? 'anthropic/claude-opus-4-6';
}

function versionText({ year, month, patch }: Version): string {
  return `${year}.${month}.${patch}`;
}

function version(year: number, month: number, patch: number): Version {
  return { year, month, patch };
}
