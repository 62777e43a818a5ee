import { join } from 'node:path';
import type { HostEnvironment, InstallationFlags } from '../../openclaw/installation.ts';
import type { Agent, Snapshot } from '../../openclaw/snapshot.ts';
import { anthropic, forProvider } from '../../rules/provider-id.ts';
import { effectiveStore } from '../../rules/store-merge.ts';
import { joinSafe, safeText, say } from '../../terminal/safe-text.ts';
import { modelsAuthWords } from '../../words/models-auth.ts';
import { requireAgent } from '../cache/facts.ts';
import { exitCodes, type ExitCode } from '../failure.ts';
import { currentHost } from '../host.ts';
import { print, printJson } from '../output.ts';
import { readFacts } from '../read-facts.ts';
import { shortener } from '../shorten-path.ts';
import { runProfileChange } from './change.ts';
import { requireAnthropic, type AgentFlags, type ChangeFlags, type ProviderFlags } from './flags.ts';
import { statePathOf } from './state-path.ts';

type OrderFlags = AgentFlags & ProviderFlags;

/** `clawdial models auth order get`: the order that is written down for an agent, its own or inherited, as OpenClaw tells it. */
export async function runOrderGet(flags: OrderFlags & InstallationFlags & { readonly json?: boolean }, host: HostEnvironment = currentHost()): Promise<ExitCode> {
  requireAnthropic(flags);
  const { snapshot } = await readFacts(flags, host, Date.now());
  const agent = agentOf(snapshot, flags);
  const order = forProvider(effectiveStore(snapshot, agent).order, anthropic) ?? null;
  const place = statePathOf(snapshot, agent, shortener(host));
  if (flags.json === true) {
    printJson({ agentId: agent.id, agentDir: join(agent.agentDir), provider: anthropic, ...place, order });
    return exitCodes.done;
  }
  print(modelsAuthWords.agent(safeText(agent.id)));
  print(modelsAuthWords.store(safeText(Object.values(place)[0] ?? '')));
  print(order === null ? modelsAuthWords.noOrder : modelsAuthWords.order(joinSafe(order.map(safeText), say`, `)));
  return exitCodes.done;
}

/** `clawdial models auth order set PROFILE…`. @throws ExpectedFailure on what cannot be done */
export async function runOrderSet(profileIds: readonly string[], flags: OrderFlags & ChangeFlags, host: HostEnvironment = currentHost()): Promise<ExitCode> {
  requireAnthropic(flags);
  return runProfileChange(flags, host, ({ snapshot }) => ({ wish: { action: 'order-set', agentId: agentOf(snapshot, flags).id, profileIds }, checked: null }));
}

/** `clawdial models auth order clear`. */
export async function runOrderClear(flags: OrderFlags & ChangeFlags, host: HostEnvironment = currentHost()): Promise<ExitCode> {
  requireAnthropic(flags);
  return runProfileChange(flags, host, ({ snapshot }) => ({ wish: { action: 'order-clear', agentId: agentOf(snapshot, flags).id }, checked: null }));
}

/** The one that is named, else the default agent, as OpenClaw takes it (2026.2.24, section 5). */
export function agentOf(snapshot: Snapshot, { agent }: AgentFlags): Agent {
  const wanted = agent ?? snapshot.agents.find(({ isDefault }) => isDefault)?.id ?? '';
  return requireAgent(snapshot, wanted);
}
