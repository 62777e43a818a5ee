import type { HostEnvironment, InstallationFlags } from '../../openclaw/installation.ts';
import type { Agent, Snapshot, StoredProfile } from '../../openclaw/snapshot.ts';
import { effectiveConfig } from '../../rules/agents.ts';
import type { Candidate } from '../../rules/candidate.ts';
import { credentialsFor } from '../../rules/candidates.ts';
import { waitingOf } from '../../rules/cooldown.ts';
import { labelOf } from '../../rules/profile-health.ts';
import { inheritanceOf } from '../../rules/inheritance.ts';
import { anthropic, normaliseProvider } from '../../rules/provider-id.ts';
import { effectiveStore } from '../../rules/store-merge.ts';
import { masked } from '../../anthropic/credential.ts';
import { safeText, say } from '../../terminal/safe-text.ts';
import { padToWidth, widest } from '../../terminal/width.ts';
import { stateWords } from '../../words/dashboard.ts';
import { countdownWords } from '../../words/duration.ts';
import { modelsAuthWords } from '../../words/models-auth.ts';
import { typeWords } from '../../words/wizard.ts';
import { exitCodes, type ExitCode } from '../failure.ts';
import { currentHost } from '../host.ts';
import { print, printJson, type JsonOutput } from '../output.ts';
import { readFacts } from '../read-facts.ts';
import { shortener } from '../shorten-path.ts';
import { requireAnthropic, type AgentFlags, type ProviderFlags } from './flags.ts';
import { agentOf } from './order.ts';
import { statePathOf } from './state-path.ts';

type ListFlags = InstallationFlags & AgentFlags & ProviderFlags & { readonly json?: boolean };

/** `clawdial models auth list`: the profiles of Anthropic that an agent can reach, in the shape of OpenClaw's own `--json`. */
export async function runList(flags: ListFlags, host: HostEnvironment = currentHost()): Promise<ExitCode> {
  requireAnthropic(flags);
  const now = Date.now();
  const { snapshot } = await readFacts(flags, host, now);
  const agent = agentOf(snapshot, flags);
  const profiles = [...effectiveStore(snapshot, agent).profiles.values()].filter(({ provider }) => normaliseProvider(provider) === anthropic);
  if (flags.json === true) {
    const [authStatePath = ''] = Object.values(statePathOf(snapshot, agent, shortener(host)));
    printJson({ agentId: agent.id, agentDir: agent.agentDir, authStatePath, provider: flags.provider === undefined ? null : anthropic, profiles: profiles.map((one) => profileJson(snapshot, agent, one, now)) });
    return exitCodes.done;
  }
  printList(snapshot, agent, profiles, now);
  return exitCodes.done;
}

/** The fields of `openclaw models auth list --json` (2026.9.6, section 2.1). */
function profileJson(snapshot: Snapshot, agent: Agent, profile: StoredProfile, now: number): JsonOutput {
  const { id, provider, type, email, displayName, expires } = profile;
  const stats = effectiveStore(snapshot, agent).usage.get(id);
  const wait = waitingOf(stats, now);
  return {
    id,
    provider,
    type,
    label: labelOf(effectiveConfig(snapshot.config), profile),
    ...(email === null ? {} : { email }),
    ...(displayName === null ? {} : { displayName }),
    ...(expires === null ? {} : { expiresAt: isoTime(expires) }),
    ...(wait?.kind === 'cooldown' ? { cooldownUntil: isoTime(wait.until), ...(wait.reason === null ? {} : { cooldownReason: wait.reason }) } : {}),
    ...(wait?.kind === 'disabled' ? { disabledUntil: isoTime(wait.until), ...(wait.reason === null ? {} : { disabledReason: wait.reason }) } : {}),
  };
}

/** Null for a number that is no time. */
function isoTime(time: number): string | null {
  return Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : null;
}

function printList(snapshot: Snapshot, agent: Agent, profiles: readonly StoredProfile[], now: number): void {
  print(modelsAuthWords.agent(safeText(agent.id)));
  if (profiles.length === 0) return print(modelsAuthWords.noProfiles);
  const { candidates } = credentialsFor(snapshot, agent, now);
  const ids = candidates.flatMap(({ source }) => (source.from === 'profile' ? [source.profileId] : []));
  const inOrder = profiles.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  const rows = inOrder.map((profile) => cellsOf(snapshot, agent, profile, candidates, now));
  const widths = [0, 1, 2, 3].map((column) => widest(rows.map((row) => row[column] ?? say``)));
  for (const row of rows) print(safeText(row.map((cell, column) => padToWidth(cell, widths[column] ?? 0)).join('  ').trimEnd()));
}

function cellsOf(snapshot: Snapshot, agent: Agent, profile: StoredProfile, candidates: readonly Candidate[], now: number): readonly ReturnType<typeof safeText>[] {
  const candidate = candidates.find(({ source }) => source.from === 'profile' && source.profileId === profile.id);
  const standing = candidate?.standing;
  const left = countdownWords(standing?.state === 'waiting' ? standing.until - now : 0);
  const place = inheritanceOf(snapshot, agent, profile.id);
  return [
    say`  ${safeText(profile.id)}`,
    typeWords[profile.type],
    profile.secret === null ? say`` : masked(profile.secret),
    standing === undefined ? say`` : stateWords(standing, left),
    place === null ? say`` : modelsAuthWords.places[place],
  ];
}
