import type { HostEnvironment } from '../../openclaw/installation.ts';
import { requireAgent } from '../cache/facts.ts';
import type { ExitCode } from '../failure.ts';
import { currentHost } from '../host.ts';
import { runProfileChange } from './change.ts';
import type { AgentFlags, ChangeFlags } from './flags.ts';
import { agentOf } from './order.ts';

/** `clawdial models auth remove PROFILE`. @returns the exit code @throws ExpectedFailure on what cannot be done */
export function runRemove(profileId: string, flags: ChangeFlags, host: HostEnvironment = currentHost()): Promise<ExitCode> {
  return runProfileChange(flags, host, () => ({ wish: { action: 'remove', profileId }, checked: null }));
}

/** `clawdial models auth activate PROFILE`: for the agent that is named, else the default one. */
export function runActivate(profileId: string, flags: ChangeFlags & AgentFlags, host: HostEnvironment = currentHost()): Promise<ExitCode> {
  return runProfileChange(flags, host, ({ snapshot }) => ({ wish: { action: 'activate', profileId, agentId: agentOf(snapshot, flags).id }, checked: null }));
}

/** `clawdial models auth rename PROFILE NEW`. */
export function runRename(profileId: string, to: string, flags: ChangeFlags, host: HostEnvironment = currentHost()): Promise<ExitCode> {
  return runProfileChange(flags, host, () => ({ wish: { action: 'rename', profileId, to }, checked: null }));
}

/** `clawdial models auth copy PROFILE --to AGENT`. */
export function runCopy(profileId: string, flags: ChangeFlags & { readonly to: string; readonly from?: string }, host: HostEnvironment = currentHost()): Promise<ExitCode> {
  return runProfileChange(flags, host, ({ snapshot }) => {
    const to = requireAgent(snapshot, flags.to).id;
    const from = flags.from === undefined ? null : requireAgent(snapshot, flags.from).id;
    return { wish: { action: 'copy', profileId, to, from }, checked: null };
  });
}

/** `clawdial models auth refresh-copies [PROFILE]`. */
export function runRefreshCopies(profileId: string | undefined, flags: ChangeFlags, host: HostEnvironment = currentHost()): Promise<ExitCode> {
  return runProfileChange(flags, host, () => ({ wish: { action: 'refresh-copies', profileId: profileId ?? null }, checked: null }));
}
