import type { CacheFacts } from '../../src/changes/cache-plan.ts';
import { readConfigSources } from '../../src/openclaw/config-sources.ts';
import { configLayers, hostLayers } from '../../src/openclaw/environment.ts';
import { localFiles } from '../../src/openclaw/local-files.ts';
import { effectiveConfig } from '../../src/rules/agents.ts';
import type { TestHome } from '../support/homes.ts';
import { readHome } from '../support/read.ts';

export const now = 1_790_000_000_000;

/** What the plans of cache settings are made from, read from a home as this version of OpenClaw. */
export async function cacheFactsOf(home: TestHome, version: string): Promise<CacheFacts> {
  const host = home.host({ CLAWDIAL_OPENCLAW_VERSION: version });
  const snapshot = await readHome(host, now);
  const { installation, config } = snapshot;
  const layers = await hostLayers(host, installation.stateDir.path, localFiles);
  return { snapshot, sources: await readConfigSources(config, localFiles), environment: [...layers, ...configLayers(effectiveConfig(config), installation.config.path)] };
}
