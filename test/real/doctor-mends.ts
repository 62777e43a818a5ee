import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { isJsonObject, objectAt, textAt, valueAt } from '../../src/openclaw/json-object.ts';
import { expectDone, jsonOf } from './answers.ts';
import type { CheckResult, Trial } from './checks.ts';

/**
 * A mode that does not fit, an order with a ghost in it and, where the release refuses them, params of an agent: the
 * doctor mends all, the config means what it did before, and the real program takes it.
 */
export async function doctorMends({ home, installed: { release } }: Trial): Promise<CheckResult> {
  const before = await configOf(home.configPath);
  const profiles = objectAt(before, 'auth', 'profiles');
  const list = valueAt(before, 'agents', 'list');
  const broken = {
    ...before,
    auth: { ...objectAt(before, 'auth'), profiles: { ...profiles, 'anthropic:work': { provider: 'anthropic', mode: 'token' } }, order: { anthropic: ['anthropic:ghost', 'anthropic:work'] } },
    ...(release.agentParams || !Array.isArray(list)
      ? {}
      : { agents: { ...objectAt(before, 'agents'), list: list.map((entry: unknown) => (isJsonObject(entry) && textAt(entry, 'id') === 'research' ? { ...entry, params: { cacheRetention: 'none' } } : entry)) } }),
  };
  await writeFile(home.configPath, `${JSON.stringify(broken, null, 2)}\n`);
  if (!release.agentParams) assert.notDeepEqual((await home.openclaw(['models', 'status', '--json'])).outcome, { by: 'exit', code: 0 });
  const answer = jsonOf(await home.clawdial(['doctor', '--fix', '--yes', '--json', '--only', 'mode-mismatch', 'order-ghost', 'config-refused']));
  assert.deepEqual(valueAt(answer, 'findings'), []);
  const after = await configOf(home.configPath);
  assert.deepEqual({ ...after, auth: objectAt(after, 'auth', 'profiles') }, { ...before, auth: profiles });
  assert.deepEqual(valueAt(after, 'auth', 'order', 'anthropic'), ['anthropic:work']);
  expectDone(await home.openclaw(['models', 'status', '--json']));
  await writeFile(home.configPath, `${JSON.stringify(before, null, 2)}\n`);
  return 'passed';
}

async function configOf(path: string): Promise<Record<string, unknown>> {
  const parsed: unknown = JSON.parse(await readFile(path, 'utf8'));
  assert.ok(isJsonObject(parsed));
  return parsed;
}
