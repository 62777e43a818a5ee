import type { Payer } from '../../rules/payer.ts';
import type { Expiry } from '../../rules/expiry.ts';
import type { StatusWarning, WarnedProfile } from '../../rules/agent-warnings.ts';
import { joinSafe, safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { replaceCommands, saveCommands, shellWord } from '../neutral/command-lines.ts';
import { candidateName, originWords, referenceWords } from './candidate.ts';
import { dateWords } from './date.ts';
import { durationWords } from './duration.ts';
import { readProblemWords } from './reading.ts';
import { routeErrorWords } from './route-error.ts';
import { storeWarningWords } from './store-warning.ts';

/** A warning as a person reads it. */
export interface WarningWords {
  /** What is so, and what it means. */
  readonly message: SafeText;
  /** What to do where no command can do it. */
  readonly advice: SafeText | null;
  /** Lines for a shell that mend it, in their order. */
  readonly commands: readonly SafeText[];
}

type WarningOf<Code extends StatusWarning['code']> = Extract<StatusWarning, { readonly code: Code }>;

/** Who pays, in two or three words. */
export const payerWords: Readonly<Record<Payer, SafeText>> = {
  subscription: safeText('Claude subscription'),
  api: safeText('API account, by usage'),
  cloud: safeText('cloud provider'),
  none: safeText('nobody'),
  unknown: safeText('not known: its store is not read here'),
};

/** The furthest time that a calendar of JavaScript knows, in ms. */
const lastTime = 8.64e15;

/** How close a credential is to its end; null when it has none. */
export function expiryWords(expiry: Expiry): SafeText | null {
  switch (expiry.state) {
    case 'static':
      return null;
    case 'none-recorded':
      return say`no end recorded`;
    case 'expired':
      return say`expired ${durationWords(expiry.sinceMs)} ago`;
    case 'ok':
    case 'month':
    case 'week':
    case 'day':
      return say`ends in ${durationWords(expiry.remainingMs)}`;
  }
}

/**
 * What a warning says, with the command that mends it (OpenClaw 2026.2.24, section 5, or our own).
 *
 * @param agentId the agent it is about
 * @param now epoch ms
 */
export function warningWords(warning: StatusWarning, agentId: string, now: number): WarningWords {
  const agent = safeText(agentId);
  switch (warning.code) {
    case 'config-broken':
      return configBrokenWords(warning);
    case 'config-refused': {
      const { title, advice } = routeErrorWords(warning, safeText(warning.version));
      return { message: say`${title} Most of its commands end at once.`, advice, commands: [] };
    }
    case 'store-broken':
    case 'store-hidden':
    case 'profiles-dropped':
    case 'migration-required':
    case 'stranded-file':
    case 'unmoved-store':
    case 'stray-file':
    case 'empty-after-migration':
    case 'newer-database':
    case 'newer-schema':
      return storeWarningWords(warning);
    case 'legacy-file':
      return {
        message: say`${safeText(warning.path)} holds credentials of an older release (${idList(warning.providers)}). OpenClaw takes them over at its next run.`,
        advice: null,
        commands: [],
      };
    case 'shared-agent-dir':
      return {
        message: say`The agents ${idList(warning.agentIds)} share ${safeText(warning.path)}; OpenClaw refuses a config in which two agents have one directory.`,
        advice: say`Give each its own agentDir in the config.`,
        commands: [],
      };
    case 'no-credential':
      return { message: say`OpenClaw has no credential that ${agent} could use for Anthropic.`, advice: null, commands: [say`clawdial onboard`] };
    case 'all-waiting':
      return allWaitingWords(warning, now);
    case 'api-key-beside-subscription':
      return besideWords(warning, agentId);
    case 'environment-takes-over':
    case 'shadowed-environment':
      return environmentWords(warning);
    case 'expires-soon':
      return { message: say`${idOf(warning.profile)} ends in ${durationWords(warning.remainingMs)}.`, advice: null, commands: replaceCommands(warning.profile, agentId) };
    case 'expired':
      return expiredWords(warning, agentId, now);
    case 'never-used':
      return neverUsedWords(warning, agentId);
    case 'unresolved-reference':
      return { message: say`${idOf(warning.profile)} has no secret of its own: it is to come ${referenceWords(warning.reference)}. OpenClaw cannot use it, and newer gateways do not start while it is missing.`, advice: say`Set it where the gateway runs, or save the secret itself:`, commands: saveCommands(warning.profile, agentId) };
    case 'stale-copy':
      return {
        message: say`${agent} holds its own copy of ${idOf(warning.profile)} with another secret than main’s. The copy wins, so a change in main’s does not reach ${agent}.`,
        advice: null,
        commands: [say`clawdial models auth refresh-copies ${shellWord(warning.profile.profileId)}`],
      };
    case 'ghost':
      return {
        message: say`${idOf(warning.profile)} in ${safeText(warning.profile.path)} is a leftover copy: main’s store does not have it any more, and the same secret is ${safeText(warning.sameAs.profileId)} in ${safeText(warning.sameAs.path)}.`,
        advice: null,
        commands: [say`clawdial models auth remove ${shellWord(warning.profile.profileId)}`],
      };
    case 'type-mismatch':
      return mismatchWords(warning);
    case 'last-failure-cleared':
      return {
        message: say`The last use of ${idOf(warning.profile)} failed ${durationWords(now - warning.at)} ago. OpenClaw has wiped the cooldown, as it does when nothing else is left to try.`,
        advice: null,
        commands: [say`clawdial models status --probe --probe-profile ${shellWord(warning.profile.profileId)}`],
      };
    case 'absurd-wait':
      return {
        message: say`${idOf(warning.profile)} waits until ${timeWords(warning.until)}, longer than OpenClaw ever makes a profile wait. The time was written by hand, or while the clock was wrong.`,
        advice: null,
        commands: [say`clawdial models auth clear-cooldown ${shellWord(warning.profile.profileId)}`],
      };
  }
}

/** What helps a profile that waits. */
export function recoveryHint(kind: 'cooldown' | 'disabled', reason: string | null, profileId: string): SafeText {
  if (reason === 'auth' || reason === 'auth_permanent' || reason === 'session_expired') return say`Replace its secret: openclaw models auth login --provider anthropic --profile-id ${shellWord(profileId)}`;
  return kind === 'disabled' && reason === 'billing' ? say`Nothing pays for it: add credit, or add another profile.` : say`It waits: nothing has to be done, or add another profile.`;
}

/** Why OpenClaw's own command ends at a store. */
export function storeStopWords(warning: WarningOf<'migration-required' | 'store-broken' | 'newer-schema'>): SafeText {
  return storeWarningWords(warning).message;
}

function configBrokenWords({ path, problem }: WarningOf<'config-broken'>): WarningWords {
  const { title, advice } = readProblemWords(problem, safeText(path));
  return { message: say`${title} OpenClaw takes the config for invalid, and most of its commands end at once.`, advice, commands: [say`openclaw doctor`] };
}

function allWaitingWords({ profileId, until, reason, probed }: WarningOf<'all-waiting'>, now: number): WarningWords {
  const why = reason === null ? say`` : say` (${safeText(reason)})`;
  const anyway = probed === null ? say`` : say` OpenClaw tries ${candidateName(probed)} all the same.`;
  return {
    message: say`Everything that could be used waits${why}. ${safeText(profileId)} is back in ${durationWords(until - now)}.${anyway}`,
    advice: say`Wait, or add another credential:`,
    commands: [say`clawdial onboard`],
  };
}

function besideWords({ paysNow, uses, other, subscriptions }: WarningOf<'api-key-beside-subscription'>, agentId: string): WarningWords {
  const ids = joinSafe(subscriptions.map(shellWord), safeText(' '));
  const commands = subscriptions.length === 0 ? [] : [say`openclaw models auth order set --provider anthropic --agent ${shellWord(agentId)} ${ids}`];
  if (paysNow === 'subscription') {
    const message = say`${candidateName(uses)} counts against a subscription, but the API key ${candidateName(other)} stands beside it: when the first fails, the API account is billed.`;
    return { message, advice: commands.length === 0 ? null : say`To keep the API key out:`, commands };
  }
  const message = say`The API key ${candidateName(uses)} is in use and billed by usage, although ${candidateName(other)} would count against a subscription.`;
  return { message, advice: commands.length === 0 ? null : say`To keep the API key out, even if the agent must then wait:`, commands };
}

function environmentWords(warning: WarningOf<'environment-takes-over' | 'shadowed-environment'>): WarningWords {
  const { source } = warning;
  const name = candidateName(source);
  const message =
    warning.code === 'environment-takes-over'
      ? say`${name} is used, because none of the stored profiles (${idList(warning.instead)}) can be. It takes over without a word.`
      : say`${name} is not used: ${safeText(warning.by)} comes first. It takes over as soon as no profile can be used.`;
  if (source.from === 'variable' && source.origin === 'process') return { message, advice: say`If that is not wanted, and in the gateway’s own environment too:`, commands: [say`unset ${safeText(source.name)}`] };
  if (source.from === 'variable') return { message, advice: say`If that is not wanted, take ${safeText(source.name)} out of ${source.path === null ? originWords[source.origin] : safeText(source.path)}.`, commands: [] };
  return { message, advice: say`If that is not wanted:`, commands: [say`openclaw config unset models.providers.anthropic.apiKey`] };
}

function expiredWords({ profile, sinceMs, looksLikeSeconds }: WarningOf<'expired'>, agentId: string, now: number): WarningWords {
  if (looksLikeSeconds) {
    return {
      message: say`The end of ${idOf(profile)} is written in seconds. OpenClaw reads milliseconds, so to it the credential expired in 1970.`,
      advice: say`Stop the gateway, then write "expires" in milliseconds in ${safeText(profile.path)}; or save it anew:`,
      commands: saveCommands(profile, agentId),
    };
  }
  const when = sinceMs > now ? say`before 1970` : say`${durationWords(sinceMs)} ago`;
  return { message: say`${idOf(profile)} expired ${when}, and OpenClaw leaves it out.`, advice: null, commands: replaceCommands(profile, agentId) };
}

function neverUsedWords({ profile, because }: WarningOf<'never-used'>, agentId: string): WarningWords {
  const id = idOf(profile);
  switch (because) {
    case 'mode-mismatch':
      return {
        message: say`${id} is stored as ${safeText(profile.type)}, but auth.profiles of the config declares another mode. Whatever a status says, its agents never use it.`,
        advice: null,
        commands: [say`openclaw config set ${shellWord(`auth.profiles[${profile.profileId}].mode`)} ${safeText(profile.type)}`],
      };
    case 'provider-mismatch':
      return {
        message: say`${id} belongs to Anthropic, but the config declares or orders it for another provider, so it is never used.`,
        advice: null,
        commands: [say`openclaw config set ${shellWord(`auth.profiles[${profile.profileId}].provider`)} anthropic`],
      };
    case 'odd-expiry':
      return { message: say`${id} has something recorded as its end that is no time, so it is never used.`, advice: null, commands: saveCommands(profile, agentId) };
    case 'inactive':
      return { message: say`${id} was saved as a replacement and is not activated, so it is not used yet.`, advice: null, commands: [say`openclaw models auth activate ${shellWord(profile.profileId)} --agent ${shellWord(agentId)}`] };
    default:
      return { message: say`${id} holds no secret, so it is never used.`, advice: null, commands: saveCommands(profile, agentId) };
  }
}

function mismatchWords({ profile, holds }: WarningOf<'type-mismatch'>): WarningWords {
  const isToken = holds === 'setup-token';
  return {
    message: isToken
      ? say`${idOf(profile)} is stored as an API key but holds a setup-token. Requests count against the subscription all the same; only the order and the expiry treat it as a key.`
      : say`${idOf(profile)} is stored as ${safeText(profile.type)} but holds no setup-token. Requests go out as with an API key and are billed by usage.`,
    advice: say`To store it as what it is:`,
    commands: [isToken ? say`clawdial onboard --token - --token-profile-id anthropic:subscription --token-expires-in 365d` : say`clawdial onboard --anthropic-api-key - --token-profile-id anthropic:api-key`],
  };
}

function idOf({ profileId }: WarnedProfile): SafeText {
  return safeText(profileId);
}

/** At most five names; the rest is counted. */
function idList(ids: readonly string[]): SafeText {
  const shown = joinSafe(ids.slice(0, 5).map(safeText), safeText(', '));
  return ids.length > 5 ? say`${shown} and ${ids.length - 5} more` : shown;
}

function timeWords(time: number): SafeText {
  return Math.abs(time) > lastTime ? say`a time that no calendar has` : dateWords(time);
}

/** What `clawdial models status` says around the agents. */
export const statusWords = {
  installation(version: SafeText, layout: SafeText): SafeText {
    return say`OpenClaw ${version}, ${layout}`;
  },
  absent: safeText('There is no OpenClaw here yet. Nothing was written.'),
  stateDir: safeText('state'),
  config: safeText('config'),
  missing: safeText('missing'),
  agent(id: SafeText, isDefault: boolean): SafeText {
    return isDefault ? say`${id} (default)` : id;
  },
  model: safeText('model'),
  fallbacks: safeText('falls back to'),
  pays: safeText('pays'),
  works(name: SafeText): SafeText {
    return say`uses ${name}`;
  },
  cannotWork: safeText('no credential that it could use'),
  waits(name: SafeText, remaining: SafeText, isProbed: boolean): SafeText {
    const anyway = isProbed ? say`, tried all the same` : say``;
    return say`waits for ${name}, back in ${remaining}${anyway}`;
  },
  otherProvider(provider: SafeText): SafeText {
    return say`its model is of ${provider}; Anthropic credentials are not asked`;
  },
  unreadable: safeText('its credentials cannot be read here'),
  good: safeText('ok'),
  bad: safeText('problem'),
  waiting: safeText('waiting'),
  note: safeText('note'),
  run: safeText('run:'),
  asAbove(count: number): SafeText {
    return count === 1 ? say`one more, as above` : say`${count} more, as above`;
  },
  nothing: safeText('no Anthropic credential in reach'),
  probes: safeText('Live check'),
  probed(count: number, duration: SafeText): SafeText {
    return say`${count} checked in ${duration}`;
  },
  changed(time: SafeText): SafeText {
    return say`Changed at ${time}:`;
  },
  watching: safeText('Watching for changes. Press Ctrl+C to end.'),
  expiredOrMissing: safeText('Check: something is expired or missing.'),
  expiringSoon: safeText('Check: something ends within 24 hours.'),
  checkGood: safeText('Check: all is well.'),
} as const;

/** Wrong use of `clawdial models status`; each says what OpenClaw says, and that nothing was done. */
export const statusUsageWords = {
  jsonAndPlain: safeText('Choose either --json or --plain, not both.'),
  probeAndPlain: safeText('--probe cannot be used with --plain output.'),
  watchAndPlain: safeText('--watch cannot be used with --plain output.'),
  watchAndProbe: safeText('--watch cannot be used with --probe: every change would be a request to Anthropic.'),
  watchAndCheck: safeText('--watch cannot be used with --check, which is an exit code.'),
  probeTimeout: safeText('--probe-timeout must be a positive number (ms).'),
  probeConcurrency: safeText('--probe-concurrency must be > 0.'),
  probeMaximumTokens: safeText('--probe-max-tokens must be > 0.'),
  probeProvider(provider: SafeText): SafeText {
    return say`--probe-provider ${provider} is not served: clawdial checks anthropic only.`;
  },
  unknownAgent(id: SafeText, known: SafeText): SafeText {
    return say`Unknown agent id "${id}". Agents here: ${known}.`;
  },
  nothingDone: safeText('Nothing was read, sent or written.'),
  nothingSent: safeText('Nothing was sent or written.'),
  foreignBaseUrl(url: SafeText): SafeText {
    return say`The config sends Anthropic requests to ${url}, which is not Anthropic’s. No credential was sent there.`;
  },
  foreignBaseUrlAdvice: safeText('If you run or trust that server, add --trust-base-url.'),
  refusedBaseUrl(url: SafeText): SafeText {
    return say`The config’s base URL ${url} cannot be used for a check. No credential was sent there.`;
  },
  refusedBaseUrlAdvice: safeText('Correct models.providers.anthropic.baseUrl: https, or plain http on this machine only.'),
} as const;

/** What a check says where nothing could be asked. */
export const probeWords = {
  excluded: safeText('Excluded by auth.order for this provider.'),
  missingOrExpired: safeText('Auth profile credentials are missing or expired.'),
} as const;

/** Help texts of `clawdial models status`. */
export const statusCommandWords = {
  models: safeText('the status of models and credentials; alone the same as models status'),
  help: safeText('show which credential each agent uses, who pays, what waits and until when'),
  json: safeText('print what OpenClaw prints, with the key agents beside it'),
  plain: safeText('print the default model only'),
  check: safeText('exit 1 when something is expired or missing, 2 when something ends within 24 hours'),
  agent: safeText('one agent only'),
  probe: safeText('check each profile live; works beside a running gateway and writes nothing'),
  probeProvider: safeText('anthropic, the only provider that is checked'),
  probeProfile: safeText('these profiles only; ids after each other or with commas'),
  probeTimeout: safeText('longest wait for an answer in ms (default 8000)'),
  probeConcurrency: safeText('checks at a time (default 2)'),
  probeMaximumTokens: safeText('most tokens an answer may have (default 8)'),
  watch: safeText('print again on every change, with --json one line each'),
} as const;
