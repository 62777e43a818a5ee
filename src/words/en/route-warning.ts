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
      return say`${pathWords(warning.path)} has no effect: the config declares an API key, so OpenClaw puts cacheRetention "short" over it. Write cacheRetention for the model itself.`;
    case 'legacy-beaten':
      return say`${pathWords(warning.path)} has no effect: ${pathWords(warning.by)} comes first. Remove the old key.`;
    case 'key-not-matched':
      return say`${pathWords(warning.path)} is not the exact name of the model, so OpenClaw ignores its params. Rename the key to ${safeText(warning.ref)}.`;
    case 'agent-id-form':
      return say`${pathWords(warning.path)} is not written as ${safeText(warning.id)}, so this version ignores the params of the agent. Write the id in that form.`;
    case 'long-needs-anthropic':
      return say`long is sent as 5 minutes: this version asks for an hour only where the base URL contains api.anthropic.com, and it is ${urlWords(warning.baseUrl)}.`;
    case 'no-effect':
      return noEffectWords(warning);
    case 'other-provider':
      return say`What ${safeText(warning.provider)} makes of cacheRetention is not known to clawdial.`;
    case 'variable-without-effect':
      return say`${safeText(warning.name)} is set, but has no effect: ${variableReasons[warning.because]}.`;
    case 'subscription-cache':
      return say`OpenClaw’s documentation says that a subscription ignores cache settings. The request carries them all the same; what Anthropic does with them is not known.`;
    case 'context1m-token':
      return say`context1m is left out: Anthropic refuses that beta with a setup-token.`;
    case 'context1m-model':
      return say`context1m is ignored: this version knows it for Opus 4 and Sonnet 4 only, not for ${safeText(warning.ref)}.`;
    case 'context1m-retired':
      return say`context1m does nothing any more: models that can take 1M tokens do so without it. It can be removed.`;
    case 'oauth-betas-dropped':
      return say`With ${safeText(warning.by)} this version leaves out claude-code-20250219 and oauth-2025-04-20, which a setup-token needs. Remove ${safeText(warning.by)}.`;
    case 'context1m-not-true':
      return say`${pathWords(warning.path)} is ignored: only true counts, without quotes.`;
    case 'extended-cache-ttl':
      return say`extended-cache-ttl-2025-04-11 is asked for by hand; one hour works without it. It can be removed.`;
    case 'beta-header-replaced':
      return warning.dropsOauth
        ? say`The header anthropic-beta in the config replaces OpenClaw’s list and leaves out what a setup-token needs: claude-code-20250219 and oauth-2025-04-20.`
        : say`The header anthropic-beta in the config replaces OpenClaw’s own list.`;
    case 'beta-header-ignored':
      return say`The header anthropic-beta in the config is not sent, because params ask for betas too. Move its betas to params.anthropicBeta.`;
    case 'tried-while-waiting':
      return warning.kind === 'disabled'
        ? say`${safeText(warning.profileId)} is disabled, but tried all the same: no other profile is ready.`
        : say`${safeText(warning.profileId)} is cooling down, but tried all the same: no other profile is ready.`;
    case 'fallbacks-follow':
      return say`The agent need not stop: OpenClaw can go on to its fallbacks, ${listWords(warning.models)}. Their routes are not shown here.`;
    case 'store-not-read':
      return say`Credentials of this OpenClaw lie in ${safeText(warning.path)}, which clawdial does not read here: which one is used, and its header and betas, are not shown. The cache settings are complete.`;
    case 'model-not-listed':
      return say`${safeText(warning.ref)} is not in the list of models of this version. Unless the configured provider serves it, nothing is sent.`;
    case 'betas-partial':
      return say`Betas of credential, cache and context are complete; others follow the model and its thinking.`;
    case 'version-not-seen':
      return say`Requests of this version were not recorded. The rules of ${safeText(warning.rulesOf)} are used, with the changes that are documented since.`;
  }
}

const variableReasons: Readonly<Record<WarningOf<'variable-without-effect'>['because'], SafeText>> = {
  version: say`this version does not act on it`,
  params: say`params are set, and OpenClaw looks at it only without any`,
  value: say`only the value long means something`,
  provider: say`not with this provider`,
};

function invalidValueWords({ path, value, masks }: WarningOf<'invalid-value'>): SafeText {
  const allowed = path.at(-1) === 'cacheControlTtl' ? say`"5m" or "1h"` : say`"none", "short" or "long"`;
  const hides = masks === null ? say`` : say` It also hides ${pathWords(masks)}.`;
  return say`${pathWords(path)} is ${valueWords(value)}, which OpenClaw does not understand: only ${allowed}, in lower case.${hides}`;
}

const withoutEffect: Readonly<Record<WarningOf<'no-effect'>['family'], (provider: SafeText) => SafeText>> = {
  'bedrock-nova': () => say`this model on Bedrock is cached for 5 minutes at most`,
  'bedrock-other': () => say`OpenClaw sets it to none for models on Bedrock that are not Claude`,
  openrouter: () => say`with OpenRouter this version always asks for 5 minutes`,
  compatible: (provider) => say`this version does not pass it on to ${provider}`,
  'claude-cli': () => say`Claude Code sends the requests and decides about the cache itself`,
  other: (provider) => say`${provider} does not get it`,
};

function noEffectWords({ family, provider, path }: WarningOf<'no-effect'>): SafeText {
  return say`${pathWords(path)} has no effect: ${withoutEffect[family](safeText(provider))}.`;
}
