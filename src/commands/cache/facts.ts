import type { WizardFacts } from '../../../components/wizard/state.ts';
import type { CacheFacts } from '../../changes/cache-plan.ts';
import { readConfigSources } from '../../openclaw/config-sources.ts';
import { configLayers, hostLayers } from '../../openclaw/environment.ts';
import type { HostEnvironment, InstallationFlags } from '../../openclaw/installation.ts';
import { localFiles } from '../../openclaw/local-files.ts';
import type { Agent, Snapshot } from '../../openclaw/snapshot.ts';
import { effectiveConfig, normaliseAgentId } from '../../rules/agents.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { explainWords, listWords } from '../../words/cache.ts';
import { readProblemWords } from '../../words/reading.ts';
import { ExpectedFailure, exitCodes } from '../failure.ts';
import { readFacts } from '../read-facts.ts';
import { unknownName } from '../unknown-name.ts';

/** What the cache commands work with; the facts are the ones of the other commands. */
export interface CacheReading extends CacheFacts {
  readonly facts: WizardFacts;
}

/** Reads the installation, the files of its config and the environment. Writes nothing. @throws ExpectedFailure on contradicting flags */
export async function readCacheFacts(flags: InstallationFlags, host: HostEnvironment): Promise<CacheReading> {
  const facts = await readFacts(flags, host, Date.now());
  const { snapshot } = facts;
  const { installation, config } = snapshot;
  const layers = await hostLayers(host, installation.stateDir.path, localFiles);
  const environment = [...layers, ...configLayers(effectiveConfig(config), installation.config.path)];
  return { facts, snapshot, environment, sources: await readConfigSources(config, localFiles) };
}

/** @throws ExpectedFailure when the config cannot be read, so that nothing is known of its agents */
export function requireConfig({ config }: Snapshot): void {
  if (config.state !== 'broken') return;
  const { title, advice } = readProblemWords(config.problem, safeText(config.path));
  throw new ExpectedFailure(exitCodes.failed, title, advice);
}

/** The agent that a person means, in any form of its id. @throws ExpectedFailure when there is none, or the config is broken */
export function requireAgent(snapshot: Snapshot, wanted: string): Agent {
  requireConfig(snapshot);
  const id = normaliseAgentId(wanted);
  const found = snapshot.agents.find((agent) => agent.id === id);
  if (found !== undefined) return found;
  const ids = snapshot.agents.map((agent) => agent.id);
  throw unknownName(explainWords.unknownAgent(safeText(wanted), listWords(ids.slice(0, 20))), explainWords.unknownAgentAdvice, wanted, ids);
}
