import { join } from 'node:path';
import type { Agent, Snapshot } from '../../openclaw/snapshot.ts';
import { storeFileName } from '../../openclaw/stores/single-file.ts';
import { stateFileName } from '../../openclaw/stores/split-files.ts';

/** Where the order of an agent lies, under the name that OpenClaw's own JSON has for it, its home shortened. */
export type StatePlace = { readonly authStorePath: string } | { readonly authStatePath: string };

/** 2026.2.24 calls it the store (section 5), later versions the state (2026.9.6, section 2.1). */
export function statePathOf({ installation }: Snapshot, agent: Agent, shorten: (path: string) => string): StatePlace {
  switch (installation.readLayout) {
    case 'single-file':
      return { authStorePath: shorten(join(agent.agentDir, storeFileName)) };
    case 'split-files':
      return { authStatePath: shorten(join(agent.agentDir, stateFileName)) };
    case 'agent-database':
    case 'shared-database':
      return { authStatePath: shorten(agent.store.path) };
  }
}
