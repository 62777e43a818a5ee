import type { RouteWarning } from '../../rules/cache/route-warning.ts';
import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { listWords, pathWords, urlWords, valueWords } from '../neutral/config-text.ts';

type WarningOf<Code extends RouteWarning['code']> = Extract<RouteWarning, { readonly code: Code }>;

/** What a person would not expect of a route: what happens, and what to do when it is not what was meant. */
export function routeWarningWords(warning: RouteWarning): SafeText {
  switch (warning.code) {
    case 'invalid-value':
      return invalidValueWords(warning);
    case 'beaten-by-api-key-default':
      return say`${pathWords(warning.path)} heeft geen effect: de config noemt een API-sleutel, en OpenClaw zet er cacheRetention "short" overheen. Schrijf cacheRetention bij het model zelf.`;
    case 'legacy-beaten':
      return say`${pathWords(warning.path)} heeft geen effect: ${pathWords(warning.by)} gaat voor. Verwijder de oude sleutel.`;
    case 'key-not-matched':
      return say`${pathWords(warning.path)} is niet de precieze naam van het model, dus OpenClaw negeert de params ervan. Hernoem de sleutel naar ${safeText(warning.ref)}.`;
    case 'agent-id-form':
      return say`${pathWords(warning.path)} is niet geschreven als ${safeText(warning.id)}, dus deze versie negeert de params van de agent. Schrijf het id in die vorm.`;
    case 'long-needs-anthropic':
      return say`long wordt als 5 minuten verstuurd: deze versie vraagt alleen om een uur als de basis-URL api.anthropic.com bevat, en die is ${urlWords(warning.baseUrl)}.`;
    case 'no-effect':
      return noEffectWords(warning);
    case 'other-provider':
      return say`Wat ${safeText(warning.provider)} met cacheRetention doet, weet clawdial niet.`;
    case 'variable-without-effect':
      return say`${safeText(warning.name)} is ingesteld, maar heeft geen effect: ${variableReasons[warning.because]}.`;
    case 'subscription-cache':
      return say`Volgens de documentatie van OpenClaw respecteert een abonnement cache-instellingen niet. De aanvraag bevat ze toch; wat Anthropic ermee doet is niet bekend.`;
    case 'context1m-token':
      return say`context1m wordt weggelaten: Anthropic weigert die beta bij een setup-token.`;
    case 'context1m-model':
      return say`context1m wordt genegeerd: deze versie kent het alleen voor Opus 4 en Sonnet 4, niet voor ${safeText(warning.ref)}.`;
    case 'context1m-retired':
      return say`context1m doet niets meer: modellen die 1M tokens aankunnen doen dat ook zonder. Het kan weg.`;
    case 'oauth-betas-dropped':
      return say`Met ${safeText(warning.by)} laat deze versie claude-code-20250219 en oauth-2025-04-20 weg, die een setup-token nodig heeft. Verwijder ${safeText(warning.by)}.`;
    case 'context1m-not-true':
      return say`${pathWords(warning.path)} wordt genegeerd: alleen true telt, zonder aanhalingstekens.`;
    case 'extended-cache-ttl':
      return say`Om extended-cache-ttl-2025-04-11 wordt met de hand gevraagd; een uur werkt ook zonder. Het kan weg.`;
    case 'beta-header-replaced':
      return warning.dropsOauth
        ? say`De header anthropic-beta in de config vervangt de lijst van OpenClaw en laat weg wat een setup-token nodig heeft: claude-code-20250219 en oauth-2025-04-20.`
        : say`De header anthropic-beta in de config vervangt de lijst van OpenClaw zelf.`;
    case 'beta-header-ignored':
      return say`De header anthropic-beta in de config wordt niet verstuurd, omdat params ook om beta’s vragen. Verplaats de beta’s naar params.anthropicBeta.`;
    case 'tried-while-waiting':
      return warning.kind === 'disabled'
        ? say`${safeText(warning.profileId)} is uitgeschakeld, maar wordt toch geprobeerd: geen ander profiel is gereed.`
        : say`${safeText(warning.profileId)} is in cooldown, maar wordt toch geprobeerd: geen ander profiel is gereed.`;
    case 'fallbacks-follow':
      return say`De agent hoeft niet te stoppen: OpenClaw kan doorgaan met de fallbacks, ${listWords(warning.models)}. Hun routes staan hier niet.`;
    case 'store-not-read':
      return say`Inloggegevens van deze OpenClaw liggen in ${safeText(warning.path)}, dat clawdial hier niet leest: welke worden gebruikt, en met welke header en beta’s, is niet te zien. De cache-instellingen zijn volledig.`;
    case 'model-not-listed':
      return say`${safeText(warning.ref)} staat niet in de modellenlijst van deze versie. Tenzij de ingestelde provider het levert, wordt er niets verstuurd.`;
    case 'betas-partial':
      return say`De beta’s voor inloggegevens, cache en context zijn volledig; andere hangen af van het model en het denken ervan.`;
    case 'version-not-seen':
      return say`Aanvragen van deze versie zijn niet vastgelegd. De regels van ${safeText(warning.rulesOf)} gelden, met de wijzigingen die sindsdien gedocumenteerd zijn.`;
  }
}

const variableReasons: Readonly<Record<WarningOf<'variable-without-effect'>['because'], SafeText>> = {
  version: say`deze versie doet er niets mee`,
  params: say`er zijn params ingesteld, en OpenClaw kijkt er alleen naar als er geen zijn`,
  value: say`alleen de waarde long betekent iets`,
  provider: say`niet bij deze provider`,
};

function invalidValueWords({ path, value, masks }: WarningOf<'invalid-value'>): SafeText {
  const allowed = path.at(-1) === 'cacheControlTtl' ? say`"5m" of "1h"` : say`"none", "short" of "long"`;
  const hides = masks === null ? say`` : say` Bovendien verbergt het ${pathWords(masks)}.`;
  return say`${pathWords(path)} is ${valueWords(value)}, en dat begrijpt OpenClaw niet: alleen ${allowed}, in kleine letters.${hides}`;
}

const withoutEffect: Readonly<Record<WarningOf<'no-effect'>['family'], (provider: SafeText) => SafeText>> = {
  'bedrock-nova': () => say`dit model blijft op Bedrock hoogstens 5 minuten in de cache`,
  'bedrock-other': () => say`OpenClaw maakt er none van voor modellen op Bedrock die geen Claude zijn`,
  openrouter: () => say`bij OpenRouter vraagt deze versie altijd om 5 minuten`,
  compatible: (provider) => say`deze versie geeft het niet door aan ${provider}`,
  'claude-cli': () => say`Claude Code stuurt de aanvragen en beslist zelf over de cache`,
  other: (provider) => say`${provider} krijgt het niet`,
};

function noEffectWords({ family, provider, path }: WarningOf<'no-effect'>): SafeText {
  return say`${pathWords(path)} heeft geen effect: ${withoutEffect[family](safeText(provider))}.`;
}
