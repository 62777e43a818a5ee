import type { Beta } from '../../rules/cache/betas.ts';
import type { Layer, LayerName } from '../../rules/cache/layers.ts';
import type { CacheTtl, Retention } from '../../rules/cache/retention.ts';
import type { Route } from '../../rules/cache/route.ts';
import { redact } from '../../terminal/redact.ts';
import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { pathWords } from '../neutral/config-text.ts';
import { candidateName } from './candidate.ts';

/** The headings of the page about one agent. */
export const explainWords = {
  model: safeText('Model'),
  signedBy: safeText('Inloggegevens'),
  sentAs: safeText('Verstuurd als'),
  cache: safeText('Cache'),
  layers: safeText('Bepaald door (sterkste eerst)'),
  betas: safeText('Beta’s'),
  noBetas: safeText('geen'),
  notSent: safeText('Er wordt nu niets verstuurd'),
  remarks: safeText('Opmerkingen'),
  builtInModel: safeText('de keuze van OpenClaw zelf: de config noemt er geen'),
  unknownAgent(agent: SafeText, known: SafeText): SafeText {
    return say`Er is hier geen agent ${agent}. Agents: ${known}.`;
  },
  unknownAgentAdvice: safeText('Er is niets gewijzigd. Laat de agent weg om ze allemaal te zien.'),
} as const;

/** `Agent alerts, OpenClaw 2026.2.24`. */
export function agentTitle(agent: SafeText, version: SafeText): SafeText {
  return say`Agent ${agent}, OpenClaw ${version}`;
}

/** What a retention means for a request. */
export function retentionWords(retention: Retention | null, ttl: CacheTtl | null): SafeText {
  if (retention === null) return say`niet bepaald door cacheRetention van OpenClaw`;
  if (retention === 'none') return say`none: niets wordt voor de cache gemarkeerd`;
  return ttl === '1h' ? say`long: 1 uur bewaard` : say`${safeText(retention)}: 5 minuten bewaard`;
}

/** How long each retention keeps, for a route that sends nothing now. */
export function configuredWords(retention: Retention | null): SafeText {
  return retention === null ? retentionWords(null, null) : say`ingesteld op ${safeText(retention)}, maar er wordt niets verstuurd`;
}

const layerNames: Readonly<Record<LayerName, SafeText>> = {
  'built-in': say`standaardwaarde van OpenClaw`,
  environment: say`omgevingsvariabele`,
  'defaults-params': say`alle agents en modellen`,
  'model-params': say`dit model, alle agents`,
  'api-key-default': say`standaardwaarde van OpenClaw voor API-sleutels, toegevoegd bij het laden van de config`,
  'agent-model-params': say`dit model van deze agent`,
  'agent-params': say`deze agent`,
  provider: say`de eigen regel van de provider`,
};

/** Who a layer speaks for, and its place in the config. */
export function layerWords({ layer, path }: Layer): SafeText {
  const name = layerNames[layer];
  return path.length === 0 || layer === 'api-key-default' ? name : say`${name}: ${pathWords(path)}`;
}

/** Whether a layer counts. */
export function standingOfLayer({ wins, valid }: Layer): SafeText {
  if (wins) return say`beslist`;
  return valid ? say`verslagen` : say`niet begrepen`;
}

const betaReasons: Readonly<Record<Beta['because'], SafeText>> = {
  credential: say`nodig bij een setup-token`,
  tools: say`bij elke aanvraag verstuurd`,
  thinking: say`voor het denken`,
  context1m: say`params.context1m is true`,
  configured: say`params.anthropicBeta`,
  pruning: say`context inkorten volgens cache-ttl`,
  'provider-header': say`headers van de provider in de config`,
};

export function betaWords({ name, because }: Beta): SafeText {
  return say`${safeText(redact(name))} (${betaReasons[because]})`;
}

/** The header that carries the credential, and why. */
export function authWords(auth: Route['auth']): SafeText {
  switch (auth) {
    case 'bearer':
      return say`Authorization: Bearer, want de inloggegevens beginnen met sk-ant-oat`;
    case 'x-api-key':
      return say`x-api-key, want de inloggegevens beginnen niet met sk-ant-oat`;
    case 'aws':
      return say`ondertekend voor AWS`;
    case null:
      return say`hier niet bekend`;
  }
}

/** The source in OpenClaw's words: the profile, `env: NAME`, `models.json`, or AWS's chain. */
export function sourceWords(source: NonNullable<Route['source']>): SafeText {
  switch (source.from) {
    case 'profile':
      return say`profiel ${candidateName(source)}`;
    case 'variable':
    case 'provider-key':
      return candidateName(source);
    case 'aws':
      return safeText(source.name);
  }
}
