import { join } from 'node:path';
import { isJsonObject, objectAt, textAt, valueAt } from '../../src/openclaw/json-object.ts';
import { parseVersion } from '../../src/openclaw/version.ts';
import { layoutsOf } from '../../src/rules/versions.ts';
import { writeAgentDatabase, writeStateDatabase, type StoreContent } from './databases.ts';
import { makeHome, type TestHome } from './homes.ts';

/** The state of a recorded case, made on disk as that version of OpenClaw keeps it. */
export interface OracleHome extends TestHome {
  /** The agent that was asked, or null. */
  readonly agent: string | null;
  readonly variables: Readonly<Record<string, string>>;
}

/** @param now epoch ms, against which the case's times are */
export async function oracleHome(version: string, given: unknown, now: number): Promise<OracleHome> {
  const home = await makeHome();
  const config = valueAt(given, 'config');
  if (typeof config === 'string' || isJsonObject(config)) await home.write('.openclaw/openclaw.json', config);
  const stores: readonly (readonly [string, StoreContent])[] = Object.entries(objectAt(given, 'stores')).map(([agent, store]) => [agent, contentOf(store, now)]);
  const isBare = valueAt(given, 'bare') === true;
  const parsed = parseVersion(version);
  const [layout] = parsed === null ? [] : layoutsOf(parsed);
  if (layout === 'shared-database' && !isBare) {
    const main = stores.find(([agent]) => agent === 'main')?.[1] ?? null;
    await writeStateDatabase(home.stateDir, main);
    for (const [agent, store] of stores) if (agent !== 'main') await writeAgentDatabase(join(home.stateDir, 'agents', agent, 'agent'), store);
  } else if (!isBare) {
    for (const [agent, store] of stores) await home.write(`.openclaw/agents/${agent}/agent/auth-profiles.json`, typeof store === 'string' ? store : JSON.stringify(store));
  }
  const dotenv = valueAt(given, 'dotenv');
  if (typeof dotenv === 'string') await home.write('.openclaw/.env', dotenv);
  const variables = Object.fromEntries(Object.entries(objectAt(given, 'env')).map(([name, value]) => [name, String(value)]));
  return { ...home, agent: textAt(given, 'agent'), variables };
}

function contentOf(store: unknown, now: number): StoreContent {
  if (typeof store === 'string') return store;
  const content: unknown = JSON.parse(JSON.stringify(store).replaceAll(/"now([+-]\d+)"/g, (_all, offset: string) => `${now + Number(offset)}`));
  return isJsonObject(content) ? content : {};
}
