import type { Agent } from '../openclaw/snapshot.ts';
import type { Candidate } from './candidate.ts';
import type { AgentCredentials } from './candidates.ts';
import { anthropic } from './provider-id.ts';
import type { StoreBlock } from './store-block.ts';

/** Whether an agent can reach Claude now. */
export type AgentState =
  | { readonly state: 'ready'; readonly chosen: Candidate }
  /** All that it could use waits; the first is back at `until`, epoch ms. `probed` is tried all the same. */
  | { readonly state: 'waiting'; readonly until: number; readonly first: Candidate; readonly probed: Candidate | null }
  | { readonly state: 'no-credential' }
  /** OpenClaw refuses every credential because of its store. */
  | { readonly state: 'blocked'; readonly because: StoreBlock['because'] }
  /** Its store is in a layout that is not read here: it may have one. */
  | { readonly state: 'not-read' }
  | { readonly state: 'other-provider'; readonly provider: string };

export interface AgentEntry {
  readonly agent: Agent;
  readonly credentials: AgentCredentials;
  readonly state: AgentState;
}

/** What an agent has to work with, from what OpenClaw would try for it. */
export function agentEntry(credentials: AgentCredentials): AgentEntry {
  return { agent: credentials.agent, credentials, state: stateOf(credentials) };
}

function stateOf({ agent, chosen, probed, hidden, block, candidates }: AgentCredentials): AgentState {
  if (agent.model.provider !== anthropic) return { state: 'other-provider', provider: agent.model.provider };
  if (block !== null) return { state: 'blocked', because: block.because };
  if (chosen !== null) return { state: 'ready', chosen };
  let soonest: { readonly until: number; readonly first: Candidate } | null = null;
  for (const candidate of candidates) {
    const { standing } = candidate;
    if (standing.state === 'waiting' && (soonest === null || standing.until < soonest.until)) soonest = { until: standing.until, first: candidate };
  }
  if (soonest !== null) return { state: 'waiting', ...soonest, probed };
  return { state: hidden ? 'not-read' : 'no-credential' };
}
