import { objectAt, textAt, valueAt } from '../../openclaw/json-object.ts';
import type { OpenClawVersion } from '../../openclaw/installation.ts';
import type { Agent, JsonObject, Snapshot } from '../../openclaw/snapshot.ts';
import { effectiveConfig } from '../agents.ts';
import { anthropic, forProvider } from '../provider-id.ts';
import { supports } from '../versions.ts';
import { agentEntry, valueAtPath } from './config-path.ts';

/**
 * By what rule a provider's requests are cached (2026.2.24, sections 7.2 and 7.4; openclaw-2026.9, section 2.6).
 * `compatible`: another provider that speaks Anthropic's messages API. `claude-cli`: Claude Code sends, and decides
 * itself. `other`: nothing that we know of.
 */
export type Family = 'anthropic' | 'bedrock-claude' | 'bedrock-nova' | 'bedrock-other' | 'openrouter' | 'compatible' | 'claude-cli' | 'other';

/** Providers that speak the messages API without saying so in the config (2026.2.24, section 7.4). */
const compatibleProviders = new Set(['minimax', 'vercel-ai-gateway']);

export function familyOf(snapshot: Snapshot, agent: Agent): Family {
  const { version } = snapshot.installation;
  const { provider, modelId } = agent.model;
  const config = effectiveConfig(snapshot.config);
  if (runsInClaudeCode(config, agent, version)) return 'claude-cli';
  if (provider === anthropic) return 'anthropic';
  const modern = supports(version, 'own-transport');
  if (provider === 'anthropic-vertex') return modern ? 'anthropic' : 'other';
  if (provider === 'amazon-bedrock') return bedrockFamily(modelId, modern);
  if (provider === 'openrouter') return modelId.startsWith('anthropic/') ? 'openrouter' : 'other';
  return speaksMessages(config, provider) ? 'compatible' : 'other';
}

function bedrockFamily(modelId: string, modern: boolean): Family {
  const id = modelId.toLowerCase();
  if (id.includes('anthropic.claude') || id.includes('anthropic/claude')) return 'bedrock-claude';
  return modern && id.includes('amazon.nova') ? 'bedrock-nova' : 'bedrock-other';
}

/** The settings of a provider in the config, or an empty object. */
export function providerSettings(config: JsonObject, provider: string): unknown {
  return forProvider(Object.entries(objectAt(config, 'models', 'providers')), provider) ?? {};
}

function speaksMessages(config: JsonObject, provider: string): boolean {
  if (compatibleProviders.has(provider)) return true;
  const settings = providerSettings(config, provider);
  const models = valueAt(settings, 'models');
  const apis = [valueAt(settings, 'api'), ...(Array.isArray(models) ? models.map((model: unknown) => valueAt(model, 'api')) : [])];
  return apis.includes('anthropic-messages');
}

/** By the model's name, or by `agentRuntime.id` of the agent's model, the shared model or the provider (2026.9.6). */
function runsInClaudeCode(config: JsonObject, agent: Agent, version: OpenClawVersion): boolean {
  const { ref, provider } = agent.model;
  if (provider === 'claude-cli') return true;
  if (!supports(version, 'own-transport')) return false;
  const entry = agentEntry(config, agent.id, version);
  const places = [
    ...(entry === null ? [] : [valueAtPath(config, [...entry.path, 'models', ref])]),
    valueAt(config, 'agents', 'defaults', 'models', ref),
    providerSettings(config, provider),
  ];
  const runtime = places.map((place) => textAt(place, 'agentRuntime', 'id')).find((id) => id !== null);
  return runtime === 'claude-cli';
}
