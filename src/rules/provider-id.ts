const renamed: ReadonlyMap<string, string> = new Map([
  ['z.ai', 'zai'],
  ['z-ai', 'zai'],
  ['opencode-zen', 'opencode'],
  ['qwen', 'qwen-portal'],
  ['kimi-code', 'kimi-coding'],
  ['bedrock', 'amazon-bedrock'],
  ['aws-bedrock', 'amazon-bedrock'],
  ['bytedance', 'volcengine'],
  ['doubao', 'volcengine'],
]);

export const anthropic = 'anthropic';

/** OpenClaw's name for a provider: trimmed, lower-case, old names replaced (2026.2.24, section 9). */
export function normaliseProvider(written: string): string {
  const name = written.trim().toLowerCase();
  return renamed.get(name) ?? name;
}

/** The value of the first key that names the provider, or undefined. */
export function forProvider<T>(entries: Iterable<readonly [string, T]>, provider: string): T | undefined {
  for (const [key, value] of entries) if (normaliseProvider(key) === provider) return value;
  return undefined;
}
