import { join } from 'node:path';
import { layoutsOf } from '../rules/versions.ts';
import { agentFile } from './agent-file.ts';
import type { HostFiles } from './host-files.ts';
import type { KnownLayout, Layout, LayoutReason, OpenClawVersion } from './installation.ts';

/** The first file of each kind that was found, or null. */
export interface StoreEvidence {
  readonly profiles: string | null;
  readonly authState: string | null;
  readonly agentDatabase: string | null;
  readonly stateDatabase: string | null;
}

export interface LayoutDecision {
  readonly layout: Layout;
  readonly reason: LayoutReason;
}

/** The version that a layout stands for when nothing else tells one: the first, or best known, with that layout. */
export const typicalVersions: Readonly<Record<Layout, string>> = {
  'single-file': '2026.2.24',
  'split-files': '2026.4.22',
  'agent-database': '2026.6.5',
  'shared-database': '2026.8.1',
  unknown: '2026.2.24',
};

/** Looks for store files in the main agent dir, in every agent dir under the state dir, and in `state/`. */
export async function findStores(stateDir: string, mainAgentDir: string, files: HostFiles): Promise<StoreEvidence> {
  const roots = join(stateDir, 'agents');
  const agents = await files.list(roots);
  const folders = new Set([mainAgentDir, ...agents.map((name) => agentFile(agentFile(roots, name), 'agent'))]);
  const inFolders = (name: string): Promise<string | null> => firstWith(folders, name, files);
  return {
    profiles: await inFolders('auth-profiles.json'),
    authState: await inFolders('auth-state.json'),
    agentDatabase: await inFolders('openclaw-agent.sqlite'),
    stateDatabase: await firstWith([join(stateDir, 'state')], 'openclaw.sqlite', files),
  };
}

/** The path of the name in the first directory that has it, or null. */
async function firstWith(directories: Iterable<string>, name: string, files: HostFiles): Promise<string | null> {
  for (const directory of directories) {
    const path = agentFile(directory, name);
    if (await files.exists(path)) return path;
  }
  return null;
}

/** True where credentials lie in databases, which OpenClaw alone writes. */
export function isDatabaseLayout(layout: Layout): boolean {
  return layout === 'agent-database' || layout === 'shared-database';
}

/** The layout by whose rules stores are read: where the files do not fit the version, what that version would see. */
export function readLayoutOf({ layout, reason }: LayoutDecision): KnownLayout {
  const candidates = [layout, ...(reason.because === 'disagreement' ? [reason.versionSays, reason.filesSay] : [])];
  return candidates.find((candidate) => candidate !== 'unknown') ?? 'single-file';
}

/**
 * Decides how credentials are kept, from version and files together (facts README, storage layouts). When they
 * disagree, or nothing fits, the layout is `unknown`, which is read only.
 */
export function decideLayout(version: OpenClawVersion | null, found: StoreEvidence): LayoutDecision {
  const filesSay = layoutOfFiles(found);
  if (version === null) return decideByFiles(filesSay, found);
  const possible = layoutsOf(version);
  const [likeliest = 'unknown'] = possible;
  if (filesSay === null) return { layout: likeliest, reason: { because: 'version' } };
  const fitting = possible.filter((layout) => misfit(layout, found) === null);
  const layout = fitting.find((candidate) => candidate === filesSay) ?? fitting[0];
  if (layout !== undefined) return { layout, reason: { because: 'version-and-files' } };
  return disagreement(likeliest, filesSay, misfit(likeliest, found) ?? '');
}

function decideByFiles(filesSay: Layout | null, found: StoreEvidence): LayoutDecision {
  if (filesSay === null) return { layout: 'single-file', reason: { because: 'assumed' } };
  const databases = found.agentDatabase !== null || found.stateDatabase !== null;
  if (databases && found.profiles !== null) return disagreement('unknown', filesSay, found.profiles);
  return { layout: filesSay, reason: { because: 'files' } };
}

function disagreement(versionSays: Layout, filesSay: Layout, found: string): LayoutDecision {
  return { layout: 'unknown', reason: { because: 'disagreement', versionSays, filesSay, found } };
}

function layoutOfFiles(found: StoreEvidence): Layout | null {
  if (found.profiles === null && found.stateDatabase !== null) return 'shared-database';
  if (found.agentDatabase !== null) return 'agent-database';
  if (found.authState !== null) return 'split-files';
  if (found.profiles !== null) return 'single-file';
  return null;
}

/** The file that cannot be there in that layout, or null. */
function misfit(layout: Layout, found: StoreEvidence): string | null {
  switch (layout) {
    case 'single-file':
      return found.authState ?? found.agentDatabase ?? found.stateDatabase;
    case 'split-files':
      // Versions with split files may own a state database for other things; alone it means a later version.
      return found.agentDatabase ?? (found.profiles === null ? found.stateDatabase : null);
    case 'agent-database':
    case 'shared-database':
      // A file beside a database is a leftover of the older layout; without a database it waits to be imported.
      return found.agentDatabase === null && (layout === 'agent-database' || found.stateDatabase === null) ? found.profiles : null;
    case 'unknown':
      return null;
  }
}
