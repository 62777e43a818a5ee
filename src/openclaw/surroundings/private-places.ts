import { basename, dirname, join } from 'node:path';
import type { HostFiles } from '../host-files.ts';
import type { Snapshot } from '../snapshot.ts';
import type { FileStatuses } from './file-status.ts';

/** Why a place should be for its owner alone. */
export type PrivateRole = 'config' | 'store' | 'backup' | 'environment' | 'audit-log' | 'models' | 'directory' | 'state-directory';

/** A file or directory that should be for its owner alone (OpenClaw makes them 0600 and 0700; 2026.2.24, section 1.6). */
export interface PrivatePlace {
  readonly path: string;
  readonly kind: 'file' | 'directory';
  readonly role: PrivateRole;
  /** Permission bits. */
  readonly mode: number;
  /** User id of the owner. */
  readonly owner: number;
  /** True when others may pass through every directory on the way, from the home down. */
  readonly reachable: boolean;
}

interface Candidate {
  readonly path: string;
  readonly role: PrivateRole;
}

const backupName = /\.bak(?:\.\d+)?$|\.clawdial-backup-|\.migrated-|\.sqlite-import\.|\.rejected\.|\.clobbered\./u;
const storeName = /^(?:auth-profiles\.json|auth-state\.json|auth\.json|openclaw-agent\.sqlite(?:-wal|-shm)?|openclaw\.sqlite(?:-wal|-shm)?|oauth\.json)$/u;

/** Looks at the rights of every file and directory of an installation that holds secrets, or leads to them. */
export async function privatePlaces(snapshot: Snapshot, files: HostFiles, statuses: FileStatuses): Promise<readonly PrivatePlace[]> {
  const { installation } = snapshot;
  const passable = passableFrom(installation.home, statuses);
  const found: PrivatePlace[] = [];
  for (const { path: named, role } of await candidates(snapshot, files)) {
    const entry = await statuses.statusOf(named);
    // The rights that count are those at the end of a link.
    const path = entry?.kind === 'other' ? ((await files.realPath(named)) ?? named) : named;
    const status = path === named ? entry : await statuses.statusOf(path);
    if (status === null || status.kind === 'other') continue;
    found.push({ path, kind: status.kind, role, mode: status.mode, owner: status.owner, reachable: await passable(dirname(path)) });
  }
  return found;
}

/** Every file of an installation that can hold a secret beside the config: backups, archives, logs. */
export async function candidates(snapshot: Snapshot, files: HostFiles): Promise<readonly Candidate[]> {
  const { stateDir, config, mainAgentDir } = snapshot.installation;
  const agentDirs = [...new Set([mainAgentDir.path, ...snapshot.agents.map(({ agentDir }) => agentDir)])];
  const credentials = join(stateDir.path, 'credentials');
  const database = join(stateDir.path, 'state');
  const directories = [stateDir.path, ...agentDirs, credentials, database];
  const includes = snapshot.config.state === 'read' ? snapshot.config.includes : [];
  const listed = await Promise.all([...new Set([dirname(config.path), ...directories])].map((directory) => filesIn(directory, config.path, files)));
  const all: readonly Candidate[] = [
    ...directories.map((path): Candidate => ({ path, role: path === stateDir.path ? 'state-directory' : 'directory' })),
    ...includes.map((path): Candidate => ({ path, role: 'config' })),
    ...listed.flat(),
    { path: join(stateDir.path, 'logs', 'config-audit.jsonl'), role: 'audit-log' },
  ];
  return [...new Map(all.map((one) => [one.path, one])).values()];
}

async function filesIn(directory: string, configPath: string, files: HostFiles): Promise<readonly Candidate[]> {
  const names = await files.list(directory);
  return names.flatMap((name): readonly Candidate[] => {
    const role = roleOf(name, join(directory, name) === configPath, basename(configPath));
    return role === null ? [] : [{ path: join(directory, name), role }];
  });
}

function roleOf(name: string, isConfig: boolean, configName: string): PrivateRole | null {
  if (isConfig) return 'config';
  if (storeName.test(name)) return 'store';
  if (name === '.env') return 'environment';
  if (name === 'models.json') return 'models';
  const isKept = name.startsWith(configName) || name.startsWith('auth-profiles.json') || name.startsWith('auth.json');
  return isKept && backupName.test(name) ? 'backup' : null;
}

/** Whether others may pass through a directory and all above it, down from the home; each is looked at once. */
function passableFrom(home: string, statuses: FileStatuses): (directory: string) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>();
  const passable = (directory: string): Promise<boolean> => {
    const before = known.get(directory);
    if (before !== undefined) return before;
    const answer = look(directory);
    known.set(directory, answer);
    return answer;
  };
  const look = async (directory: string): Promise<boolean> => {
    const status = await statuses.statusOf(directory);
    if (status !== null && (status.mode & 0o011) === 0) return false;
    return directory === home || directory === dirname(directory) ? true : passable(dirname(directory));
  };
  return passable;
}
