import { readFile, writeFile } from 'node:fs/promises';
import { isJsonObject, objectAt, textAt, valueAt } from '../../src/openclaw/json-object.ts';
import type { JsonObject } from '../../src/openclaw/snapshot.ts';
import type { CheckResult, Trial } from './checks.ts';
import { sameStatus } from './same-status.ts';

/** A model that asks for a profile, and models to fall back to: what each release makes of them. */
export async function pinsProfile(trial: Trial): Promise<CheckResult> {
  const { configPath } = trial.home;
  const before = await readFile(configPath, 'utf8');
  await writeFile(configPath, JSON.stringify(withPinnedModel(JSON.parse(before)), null, 2));
  try {
    return await sameStatus(trial, 'pinned', 'research');
  } finally {
    await writeFile(configPath, before);
  }
}

function withPinnedModel(config: unknown): JsonObject {
  const agents = objectAt(config, 'agents');
  const model = 'anthropic/claude-opus-4-8@anthropic:work';
  const list = valueAt(agents, 'list');
  const pinned = (entry: unknown, id: string): unknown => (isJsonObject(entry) && id === 'research' ? { ...entry, model } : entry);
  const roster = Array.isArray(list)
    ? { list: list.map((entry: unknown) => pinned(entry, textAt(entry, 'id') ?? '')) }
    : { entries: Object.fromEntries(Object.entries(objectAt(agents, 'entries')).map(([id, entry]) => [id, pinned(entry, id)])) };
  const defaults = { ...objectAt(agents, 'defaults'), model: { primary: 'anthropic/claude-opus-4-6', fallbacks: ['anthropic/claude-haiku-4-5'] } };
  return { ...(isJsonObject(config) ? config : {}), agents: { ...agents, ...roster, defaults } };
}
