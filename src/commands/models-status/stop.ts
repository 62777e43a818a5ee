import type { StoreWarning } from '../../rules/store-warnings.ts';
import type { StatusFacts } from './read-status.ts';

/** A store at which OpenClaw's own command ends. */
export type StoreStop = Extract<StoreWarning, { readonly code: 'migration-required' | 'store-broken' | 'newer-schema' }>;

/**
 * What ends OpenClaw's own `models status`, from 2026.8.1 on: a store of the agent that is asked about, without a question
 * the default one, that cannot be read, is too new, or waits for a migration (observed, section 5). Null when nothing does.
 */
export function storeStop({ agents }: StatusFacts): StoreStop | null {
  const asked = agents.find(({ credentials }) => credentials.agent.isDefault) ?? agents[0];
  for (const warning of asked?.warnings ?? []) {
    if (warning.code === 'migration-required' || (warning.code === 'store-broken' && warning.stops)) return warning;
    if (warning.code === 'newer-schema' && asked?.credentials.block?.because === 'store-unreadable') return warning;
  }
  return null;
}
