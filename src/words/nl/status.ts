import type { Payer } from '../../rules/payer.ts';
import type { Expiry } from '../../rules/expiry.ts';
import type { StatusWarning, WarnedProfile } from '../../rules/agent-warnings.ts';
import { joinSafe, safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { replaceCommands, saveCommands, shellWord } from '../neutral/command-lines.ts';
import type { WarningWords } from '../en/status.ts';
import { plural } from './amounts.ts';
import { candidateName, originWords, referenceWords } from './candidate.ts';
import { dateWords } from './date.ts';
import { durationWords } from './duration.ts';
import { readProblemWords } from './reading.ts';
import { routeErrorWords } from './route-error.ts';
import { storeWarningWords } from './store-warning.ts';

type WarningOf<Code extends StatusWarning['code']> = Extract<StatusWarning, { readonly code: Code }>;

/** Who pays, in two or three words. */
export const payerWords: Readonly<Record<Payer, SafeText>> = {
  subscription: safeText('Claude-abonnement'),
  api: safeText('API-account, naar gebruik'),
  cloud: safeText('cloudprovider'),
  none: safeText('niemand'),
  unknown: safeText('onbekend: de opslag wordt hier niet gelezen'),
};

/** The furthest time that a calendar of JavaScript knows, in ms. */
const lastTime = 8.64e15;

/** How close a credential is to its end; null when it has none. */
export function expiryWords(expiry: Expiry): SafeText | null {
  switch (expiry.state) {
    case 'static':
      return null;
    case 'none-recorded':
      return say`geen einde genoteerd`;
    case 'expired':
      return say`${durationWords(expiry.sinceMs)} geleden verlopen`;
    case 'ok':
    case 'month':
    case 'week':
    case 'day':
      return say`eindigt over ${durationWords(expiry.remainingMs)}`;
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
      return { message: say`${title} De meeste opdrachten van OpenClaw houden dan meteen op.`, advice, commands: [] };
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
        message: say`${safeText(warning.path)} bevat inloggegevens van een oudere versie (${idList(warning.providers)}). OpenClaw neemt ze de volgende keer over.`,
        advice: null,
        commands: [],
      };
    case 'shared-agent-dir':
      return {
        message: say`De agents ${idList(warning.agentIds)} delen ${safeText(warning.path)}; OpenClaw weigert een config waarin twee agents één map hebben.`,
        advice: say`Geef elk een eigen agentDir in de config.`,
        commands: [],
      };
    case 'no-credential':
      return { message: say`OpenClaw heeft geen inloggegevens die ${agent} voor Anthropic kan gebruiken.`, advice: null, commands: [say`clawdial onboard`] };
    case 'all-waiting':
      return allWaitingWords(warning, now);
    case 'api-key-beside-subscription':
      return besideWords(warning, agentId);
    case 'environment-takes-over':
    case 'shadowed-environment':
      return environmentWords(warning);
    case 'expires-soon':
      return { message: say`${idOf(warning.profile)} eindigt over ${durationWords(warning.remainingMs)}.`, advice: null, commands: replaceCommands(warning.profile, agentId) };
    case 'expired':
      return expiredWords(warning, agentId, now);
    case 'never-used':
      return neverUsedWords(warning, agentId);
    case 'unresolved-reference':
      return { message: say`${idOf(warning.profile)} heeft geen eigen geheim: dat moet komen ${referenceWords(warning.reference)}. OpenClaw kan het niet gebruiken, en nieuwere gateways starten niet zolang het ontbreekt.`, advice: say`Stel het in waar de gateway draait, of bewaar het geheim zelf:`, commands: saveCommands(warning.profile, agentId) };
    case 'stale-copy':
      return {
        message: say`${agent} heeft een eigen kopie van ${idOf(warning.profile)} met een ander geheim dan die van main. De kopie gaat voor, dus een wijziging bij main bereikt ${agent} niet.`,
        advice: null,
        commands: [say`clawdial models auth refresh-copies ${shellWord(warning.profile.profileId)}`],
      };
    case 'ghost':
      return {
        message: say`${idOf(warning.profile)} in ${safeText(warning.profile.path)} is een achtergebleven kopie: de opslag van main heeft het niet meer, en hetzelfde geheim is ${safeText(warning.sameAs.profileId)} in ${safeText(warning.sameAs.path)}.`,
        advice: null,
        commands: [say`clawdial models auth remove ${shellWord(warning.profile.profileId)}`],
      };
    case 'type-mismatch':
      return mismatchWords(warning);
    case 'last-failure-cleared':
      return {
        message: say`Het laatste gebruik van ${idOf(warning.profile)} mislukte ${durationWords(now - warning.at)} geleden. OpenClaw heeft de cooldown gewist, zoals het doet als er niets anders te proberen is.`,
        advice: null,
        commands: [say`clawdial models status --probe --probe-profile ${shellWord(warning.profile.profileId)}`],
      };
    case 'absurd-wait':
      return {
        message: say`${idOf(warning.profile)} wacht tot ${timeWords(warning.until)}, langer dan OpenClaw een profiel ooit laat wachten. Die tijd is met de hand geschreven, of terwijl de klok verkeerd stond.`,
        advice: null,
        commands: [say`clawdial models auth clear-cooldown ${shellWord(warning.profile.profileId)}`],
      };
  }
}

/** What helps a profile that waits. */
export function recoveryHint(kind: 'cooldown' | 'disabled', reason: string | null, profileId: string): SafeText {
  if (reason === 'auth' || reason === 'auth_permanent' || reason === 'session_expired') return say`Vervang het geheim: openclaw models auth login --provider anthropic --profile-id ${shellWord(profileId)}`;
  return kind === 'disabled' && reason === 'billing' ? say`Niets betaalt ervoor: vul het tegoed aan, of voeg een ander profiel toe.` : say`Het wacht: er hoeft niets te gebeuren, of voeg een ander profiel toe.`;
}

/** Why OpenClaw's own command ends at a store. */
export function storeStopWords(warning: WarningOf<'migration-required' | 'store-broken' | 'newer-schema'>): SafeText {
  return storeWarningWords(warning).message;
}

function configBrokenWords({ path, problem }: WarningOf<'config-broken'>): WarningWords {
  const { title, advice } = readProblemWords(problem, safeText(path));
  return { message: say`${title} Voor OpenClaw is de config ongeldig, en de meeste opdrachten houden meteen op.`, advice, commands: [say`openclaw doctor`] };
}

function allWaitingWords({ profileId, until, reason, probed }: WarningOf<'all-waiting'>, now: number): WarningWords {
  const why = reason === null ? say`` : say` (${safeText(reason)})`;
  const anyway = probed === null ? say`` : say` OpenClaw probeert ${candidateName(probed)} toch.`;
  return {
    message: say`Alles wat bruikbaar is wacht${why}. ${safeText(profileId)} is terug over ${durationWords(until - now)}.${anyway}`,
    advice: say`Wacht, of voeg andere inloggegevens toe:`,
    commands: [say`clawdial onboard`],
  };
}

function besideWords({ paysNow, uses, other, subscriptions }: WarningOf<'api-key-beside-subscription'>, agentId: string): WarningWords {
  const ids = joinSafe(subscriptions.map(shellWord), safeText(' '));
  const commands = subscriptions.length === 0 ? [] : [say`openclaw models auth order set --provider anthropic --agent ${shellWord(agentId)} ${ids}`];
  if (paysNow === 'subscription') {
    const message = say`${candidateName(uses)} gaat van een abonnement af, maar de API-sleutel ${candidateName(other)} staat ernaast: laat het eerste het afweten, dan betaalt het API-account.`;
    return { message, advice: commands.length === 0 ? null : say`Om de API-sleutel erbuiten te houden:`, commands };
  }
  const message = say`De API-sleutel ${candidateName(uses)} is in gebruik en wordt naar gebruik afgerekend, terwijl ${candidateName(other)} van een abonnement af zou gaan.`;
  return { message, advice: commands.length === 0 ? null : say`Om de API-sleutel erbuiten te houden, ook als de agent dan moet wachten:`, commands };
}

function environmentWords(warning: WarningOf<'environment-takes-over' | 'shadowed-environment'>): WarningWords {
  const { source } = warning;
  const name = candidateName(source);
  const message =
    warning.code === 'environment-takes-over'
      ? say`${name} wordt gebruikt, omdat geen van de bewaarde profielen (${idList(warning.instead)}) bruikbaar is. Dat gebeurt zonder een woord.`
      : say`${name} wordt niet gebruikt: ${safeText(warning.by)} gaat voor. Zodra geen profiel bruikbaar is, komt het in gebruik.`;
  if (source.from === 'variable' && source.origin === 'process') return { message, advice: say`Is dat niet de bedoeling, dan ook in de omgeving van de gateway zelf:`, commands: [say`unset ${safeText(source.name)}`] };
  if (source.from === 'variable') return { message, advice: say`Is dat niet de bedoeling, haal ${safeText(source.name)} dan uit ${source.path === null ? originWords[source.origin] : safeText(source.path)}.`, commands: [] };
  return { message, advice: say`Is dat niet de bedoeling:`, commands: [say`openclaw config unset models.providers.anthropic.apiKey`] };
}

function expiredWords({ profile, sinceMs, looksLikeSeconds }: WarningOf<'expired'>, agentId: string, now: number): WarningWords {
  if (looksLikeSeconds) {
    return {
      message: say`Het einde van ${idOf(profile)} staat er in seconden. OpenClaw leest milliseconden, en denkt dus dat het in 1970 is verlopen.`,
      advice: say`Stop de gateway en schrijf "expires" in milliseconden in ${safeText(profile.path)}; of bewaar het opnieuw:`,
      commands: saveCommands(profile, agentId),
    };
  }
  const when = sinceMs > now ? say`vóór 1970` : say`${durationWords(sinceMs)} geleden`;
  return { message: say`${idOf(profile)} is ${when} verlopen, en OpenClaw slaat het over.`, advice: null, commands: replaceCommands(profile, agentId) };
}

function neverUsedWords({ profile, because }: WarningOf<'never-used'>, agentId: string): WarningWords {
  const id = idOf(profile);
  switch (because) {
    case 'mode-mismatch':
      return {
        message: say`${id} is bewaard als ${safeText(profile.type)}, maar auth.profiles in de config noemt een andere modus. Wat een status ook zegt: agents gebruiken het nooit.`,
        advice: null,
        commands: [say`openclaw config set ${shellWord(`auth.profiles[${profile.profileId}].mode`)} ${safeText(profile.type)}`],
      };
    case 'provider-mismatch':
      return {
        message: say`${id} hoort bij Anthropic, maar de config noemt het bij een andere provider, dus het wordt nooit gebruikt.`,
        advice: null,
        commands: [say`openclaw config set ${shellWord(`auth.profiles[${profile.profileId}].provider`)} anthropic`],
      };
    case 'odd-expiry':
      return { message: say`Bij ${id} staat als einde iets wat geen tijdstip is, dus het wordt nooit gebruikt.`, advice: null, commands: saveCommands(profile, agentId) };
    case 'inactive':
      return { message: say`${id} is bewaard als vervanging en niet geactiveerd, dus het wordt nog niet gebruikt.`, advice: null, commands: [say`openclaw models auth activate ${shellWord(profile.profileId)} --agent ${shellWord(agentId)}`] };
    default:
      return { message: say`${id} bevat geen geheim en wordt dus nooit gebruikt.`, advice: null, commands: saveCommands(profile, agentId) };
  }
}

function mismatchWords({ profile, holds }: WarningOf<'type-mismatch'>): WarningWords {
  const isToken = holds === 'setup-token';
  return {
    message: isToken
      ? say`${idOf(profile)} is bewaard als API-sleutel maar bevat een setup-token. Aanvragen gaan toch van het abonnement af; alleen voor volgorde en einde telt het als sleutel.`
      : say`${idOf(profile)} is bewaard als ${safeText(profile.type)} maar bevat geen setup-token. Aanvragen gaan als bij een API-sleutel en worden naar gebruik afgerekend.`,
    advice: say`Om het te bewaren als wat het is:`,
    commands: [isToken ? say`clawdial onboard --token - --token-profile-id anthropic:subscription --token-expires-in 365d` : say`clawdial onboard --anthropic-api-key - --token-profile-id anthropic:api-key`],
  };
}

function idOf({ profileId }: WarnedProfile): SafeText {
  return safeText(profileId);
}

/** At most five names; the rest is counted. */
function idList(ids: readonly string[]): SafeText {
  const shown = joinSafe(ids.slice(0, 5).map(safeText), safeText(', '));
  return ids.length > 5 ? say`${shown} en nog ${ids.length - 5}` : shown;
}

function timeWords(time: number): SafeText {
  return Math.abs(time) > lastTime ? say`een tijd die geen kalender kent` : dateWords(time);
}

/** What `clawdial models status` says around the agents. */
export const statusWords = {
  installation(version: SafeText, layout: SafeText): SafeText {
    return say`OpenClaw ${version}, ${layout}`;
  },
  absent: safeText('Er is hier nog geen OpenClaw. Er is niets geschreven.'),
  stateDir: safeText('status'),
  config: safeText('config'),
  missing: safeText('ontbreekt'),
  agent(id: SafeText, isDefault: boolean): SafeText {
    return isDefault ? say`${id} (standaard)` : id;
  },
  model: safeText('model'),
  fallbacks: safeText('wijkt uit naar'),
  pays: safeText('betaalt'),
  works(name: SafeText): SafeText {
    return say`gebruikt ${name}`;
  },
  cannotWork: safeText('geen bruikbare inloggegevens'),
  waits(name: SafeText, remaining: SafeText, isProbed: boolean): SafeText {
    const anyway = isProbed ? say`, toch geprobeerd` : say``;
    return say`wacht op ${name}, terug over ${remaining}${anyway}`;
  },
  otherProvider(provider: SafeText): SafeText {
    return say`het model is van ${provider}; naar Anthropic-inloggegevens wordt niet gevraagd`;
  },
  unreadable: safeText('de inloggegevens zijn hier niet te lezen'),
  good: safeText('goed'),
  bad: safeText('probleem'),
  waiting: safeText('wacht'),
  note: safeText('let op'),
  run: safeText('voer uit:'),
  asAbove(count: number): SafeText {
    return plural(count, { one: say`nog één, als hierboven`, other: say`nog ${count}, als hierboven` });
  },
  nothing: safeText('geen Anthropic-inloggegevens binnen bereik'),
  probes: safeText('Livecontrole'),
  probed(count: number, duration: SafeText): SafeText {
    return say`${count} gecontroleerd in ${duration}`;
  },
  changed(time: SafeText): SafeText {
    return say`Gewijzigd om ${time}:`;
  },
  watching: safeText('Wachten op wijzigingen. Druk op Ctrl+C om te stoppen.'),
  expiredOrMissing: safeText('Controle: er is iets verlopen of het ontbreekt.'),
  expiringSoon: safeText('Controle: er eindigt iets binnen 24 uur.'),
  checkGood: safeText('Controle: alles is goed.'),
} as const;

/** Wrong use of `clawdial models status`; each says that nothing was done. */
export const statusUsageWords = {
  jsonAndPlain: safeText('Kies --json of --plain, niet allebei.'),
  probeAndPlain: safeText('--probe gaat niet samen met --plain.'),
  watchAndPlain: safeText('--watch gaat niet samen met --plain.'),
  watchAndProbe: safeText('--watch gaat niet samen met --probe: elke wijziging zou een aanvraag bij Anthropic zijn.'),
  watchAndCheck: safeText('--watch gaat niet samen met --check, dat een exitcode is.'),
  probeTimeout: safeText('--probe-timeout moet een positief getal zijn (ms).'),
  probeConcurrency: safeText('--probe-concurrency moet groter zijn dan 0.'),
  probeMaximumTokens: safeText('--probe-max-tokens moet groter zijn dan 0.'),
  probeProvider(provider: SafeText): SafeText {
    return say`--probe-provider ${provider} wordt niet bediend: clawdial controleert alleen anthropic.`;
  },
  unknownAgent(id: SafeText, known: SafeText): SafeText {
    return say`Onbekende agent "${id}". Agents hier: ${known}.`;
  },
  nothingDone: safeText('Er is niets gelezen, verstuurd of geschreven.'),
  nothingSent: safeText('Er is niets verstuurd of geschreven.'),
  foreignBaseUrl(url: SafeText): SafeText {
    return say`De config stuurt Anthropic-aanvragen naar ${url}, en dat is niet van Anthropic. Er zijn geen inloggegevens heen gestuurd.`;
  },
  foreignBaseUrlAdvice: safeText('Beheer of vertrouw je die server, voeg dan --trust-base-url toe.'),
  refusedBaseUrl(url: SafeText): SafeText {
    return say`De basis-URL ${url} uit de config is niet bruikbaar voor een controle. Er zijn geen inloggegevens heen gestuurd.`;
  },
  refusedBaseUrlAdvice: safeText('Verbeter models.providers.anthropic.baseUrl: https, of gewone http alleen op deze machine.'),
} as const;

/** What a check says where nothing could be asked. */
export const probeWords = {
  excluded: safeText('Uitgesloten door auth.order voor deze provider.'),
  missingOrExpired: safeText('De inloggegevens van het auth-profiel ontbreken of zijn verlopen.'),
} as const;

/** Help texts of `clawdial models status`. */
export const statusCommandWords = {
  models: safeText('de status van modellen en inloggegevens; alleen is het models status'),
  help: safeText('toon wat elke agent gebruikt, wie betaalt, wat wacht en tot wanneer'),
  json: safeText('geef wat OpenClaw geeft, met daarnaast de sleutel agents'),
  plain: safeText('toon alleen het standaardmodel'),
  check: safeText('exit 1 als er iets verlopen is of ontbreekt, 2 als er iets binnen 24 uur eindigt'),
  agent: safeText('één agent'),
  probe: safeText('controleer elk profiel live, ook naast een draaiende gateway; schrijft niets'),
  probeProvider: safeText('anthropic, de enige provider die wordt gecontroleerd'),
  probeProfile: safeText('alleen deze profielen; id’s achter elkaar of met komma’s'),
  probeTimeout: safeText('hoe lang een antwoord mag duren in ms (standaard 8000)'),
  probeConcurrency: safeText('controles tegelijk (standaard 2)'),
  probeMaximumTokens: safeText('hoeveel tokens een antwoord mag hebben (standaard 8)'),
  watch: safeText('toon opnieuw bij elke wijziging, met --json telkens één regel'),
} as const;
