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
  signedBy: safeText('Signed by'),
  sentAs: safeText('Sent as'),
  cache: safeText('Cache'),
  layers: safeText('Decided by (strongest first)'),
  betas: safeText('Betas'),
  noBetas: safeText('none'),
  notSent: safeText('Nothing is sent now'),
  remarks: safeText('Remarks'),
  builtInModel: safeText('OpenClaw’s own choice: the config names none'),
  unknownAgent(agent: SafeText, known: SafeText): SafeText {
    return say`There is no agent ${agent} here. Agents: ${known}.`;
  },
  unknownAgentAdvice: safeText('Nothing was changed. Leave the agent out to see all of them.'),
} as const;

/** `Agent alerts, OpenClaw 2026.2.24`. */
export function agentTitle(agent: SafeText, version: SafeText): SafeText {
  return say`Agent ${agent}, OpenClaw ${version}`;
}

/** What a retention means for a request. */
export function retentionWords(retention: Retention | null, ttl: CacheTtl | null): SafeText {
  if (retention === null) return say`not decided by OpenClaw’s cacheRetention`;
  if (retention === 'none') return say`none: nothing is marked for the cache`;
  return ttl === '1h' ? say`long: kept for 1 hour` : say`${safeText(retention)}: kept for 5 minutes`;
}

/** How long each retention keeps, for a route that sends nothing now. */
export function configuredWords(retention: Retention | null): SafeText {
  return retention === null ? retentionWords(null, null) : say`set to ${safeText(retention)}, but nothing is sent`;
}

const layerNames: Readonly<Record<LayerName, SafeText>> = {
  'built-in': say`OpenClaw’s default`,
  environment: say`environment variable`,
  'defaults-params': say`all agents and models`,
  'model-params': say`this model, all agents`,
  'api-key-default': say`OpenClaw’s default for API keys, put in as the config is loaded`,
  'agent-model-params': say`this model of this agent`,
  'agent-params': say`this agent`,
  provider: say`the provider’s own rule`,
};

/** Who a layer speaks for, and its place in the config. */
export function layerWords({ layer, path }: Layer): SafeText {
  const name = layerNames[layer];
  return path.length === 0 || layer === 'api-key-default' ? name : say`${name}: ${pathWords(path)}`;
}

/** Whether a layer counts. */
export function standingOfLayer({ wins, valid }: Layer): SafeText {
  if (wins) return say`decides`;
  return valid ? say`beaten` : say`not understood`;
}

const betaReasons: Readonly<Record<Beta['because'], SafeText>> = {
  credential: say`needed by a setup-token`,
  tools: say`sent with every request`,
  thinking: say`for thinking`,
  context1m: say`params.context1m is true`,
  configured: say`params.anthropicBeta`,
  pruning: say`context pruning by cache-ttl`,
  'provider-header': say`headers of the provider in the config`,
};

export function betaWords({ name, because }: Beta): SafeText {
  return say`${safeText(redact(name))} (${betaReasons[because]})`;
}

/** The header that carries the credential, and why. */
export function authWords(auth: Route['auth']): SafeText {
  switch (auth) {
    case 'bearer':
      return say`Authorization: Bearer, because the credential begins with sk-ant-oat`;
    case 'x-api-key':
      return say`x-api-key, because the credential does not begin with sk-ant-oat`;
    case 'aws':
      return say`signed for AWS`;
    case null:
      return say`not known here`;
  }
}

/** The source in OpenClaw's words: the profile, `env: NAME`, `models.json`, or AWS's chain. */
export function sourceWords(source: NonNullable<Route['source']>): SafeText {
  switch (source.from) {
    case 'profile':
      return say`profile ${candidateName(source)}`;
    case 'variable':
    case 'provider-key':
      return candidateName(source);
    case 'aws':
      return safeText(source.name);
  }
}
