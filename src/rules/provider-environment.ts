import type { OpenClawVersion } from '../openclaw/installation.ts';
import { anthropic, normaliseProvider } from './provider-id.ts';
import { supports } from './versions.ts';

/** A key that OpenClaw takes from the environment. */
export interface EnvironmentKey {
  readonly name: string;
  readonly value: string;
}

/** Gives a variable's value as OpenClaw's process would have it, or null when it is unset or blank. */
export type EnvironmentLookup = (name: string) => string | null;

/** Variables in which OpenClaw 2026.2.24 looks for a provider's key, first to last. */
const keyVariables: ReadonlyMap<string, readonly string[]> = new Map([
  [anthropic, ['ANTHROPIC_OAUTH_TOKEN', 'ANTHROPIC_API_KEY']],
  ['github-copilot', ['COPILOT_GITHUB_TOKEN', 'GH_TOKEN', 'GITHUB_TOKEN']],
  ['chutes', ['CHUTES_OAUTH_TOKEN', 'CHUTES_API_KEY']],
  ['zai', ['ZAI_API_KEY', 'Z_AI_API_KEY']],
  ['opencode', ['OPENCODE_API_KEY', 'OPENCODE_ZEN_API_KEY']],
  ['qwen-portal', ['QWEN_OAUTH_TOKEN', 'QWEN_PORTAL_API_KEY']],
  ['minimax-portal', ['MINIMAX_OAUTH_TOKEN', 'MINIMAX_API_KEY']],
  ['kimi-coding', ['KIMI_API_KEY', 'KIMICODE_API_KEY']],
  ['volcengine', ['VOLCANO_ENGINE_API_KEY']],
  ['huggingface', ['HUGGINGFACE_HUB_TOKEN', 'HF_TOKEN']],
  ['openai', ['OPENAI_API_KEY']],
  ['google', ['GEMINI_API_KEY']],
  ['groq', ['GROQ_API_KEY']],
  ['cerebras', ['CEREBRAS_API_KEY']],
  ['xai', ['XAI_API_KEY']],
  ['openrouter', ['OPENROUTER_API_KEY']],
  ['vercel-ai-gateway', ['AI_GATEWAY_API_KEY']],
  ['moonshot', ['MOONSHOT_API_KEY']],
  ['minimax', ['MINIMAX_API_KEY']],
  ['mistral', ['MISTRAL_API_KEY']],
  ['synthetic', ['SYNTHETIC_API_KEY']],
  ['venice', ['VENICE_API_KEY']],
]);

/** Other ways to Claude, which newer versions name beside Anthropic's own (2026.5.28 and 2026.9.6, run). */
const laterVariables: ReadonlyMap<string, readonly string[]> = new Map([
  ['anthropic-openai', ['ANTHROPIC_API_KEY']],
  ['claude-cli', ['ANTHROPIC_OAUTH_TOKEN', 'ANTHROPIC_API_KEY']],
]);

const alwaysProbed = 'anthropic github-copilot google-vertex openai google groq cerebras xai openrouter zai mistral synthetic'.split(' ');

/** Providers that `models status` names as soon as their key is in the environment (2026.2.24, section 4.2). */
export function probedProviders(version: OpenClawVersion): readonly string[] {
  return supports(version, 'status-by-usable-profiles') ? [...alwaysProbed, ...laterVariables.keys()] : alwaysProbed;
}

/** The key of a provider that stands in the environment, or null. */
export function environmentKey(provider: string, lookUp: EnvironmentLookup): EnvironmentKey | null {
  const name = normaliseProvider(provider);
  return keyIn(keyVariables.get(name) ?? laterVariables.get(name) ?? [], lookUp);
}

function keyIn(names: readonly string[], lookUp: EnvironmentLookup): EnvironmentKey | null {
  for (const name of names) {
    const value = lookUp(name)?.replaceAll(/[\r\n\u2028\u2029]/g, '').trim() ?? '';
    if (value !== '') return { name, value };
  }
  return null;
}
