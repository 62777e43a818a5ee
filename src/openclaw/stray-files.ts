import { basename } from 'node:path';
import { agentFile } from './agent-file.ts';
import { storeLimitBytes, type HostFiles } from './host-files.ts';
import type { KnownLayout } from './installation.ts';
import { isJsonObject, textAt, valueAt } from './json-object.ts';
import { parseJsonObject } from './json-text.ts';
import type { StoreReading, StrayFile } from './snapshot.ts';
import { agentDatabaseName } from './stores/agent-database.ts';
import { storeFileName } from './stores/single-file.ts';

/** What a migration leaves behind: of `agent-database`, and of `shared-database` (2026.9.6, section 1.2). */
const archiveForms = [/^auth-profiles\.json\.sqlite-import\..+\.bak$/, /^auth-profiles\.json\.migrated-.+$/] as const;

const databaseLayouts: ReadonlySet<KnownLayout> = new Set(['agent-database', 'shared-database']);

/**
 * Files in agent dirs that belong to another layout than the one at hand: left over, waiting to be taken over, or of a
 * newer OpenClaw. Nothing in them is used; of old stores only ids and providers are read (2026.9.6, section 1.5).
 */
export async function readStrayFiles(layout: KnownLayout, agentDirs: readonly string[], files: HostFiles): Promise<readonly StrayFile[]> {
  const found: StrayFile[] = [];
  for (const agentDir of new Set(agentDirs)) {
    found.push(...(databaseLayouts.has(layout) ? await ofOlderLayouts(agentDir, files) : await ofNewerLayouts(agentDir, files)));
  }
  return Object.freeze(found.map((file) => Object.freeze(file)));
}

const untold = { providers: null, profileIds: [] } as const;

/** The state database as a stray file, where it holds credentials that OpenClaw does not look at. */
export function unmovedStore(passedOver: StoreReading | null, mainAgentDir: string): readonly StrayFile[] {
  if (passedOver?.state !== 'read' || passedOver.store.profiles.size === 0) return [];
  const profiles = [...passedOver.store.profiles.values()];
  const providers = [...new Set(profiles.map(({ provider }) => provider.toLowerCase()))];
  return [Object.freeze({ kind: 'unmoved', path: passedOver.path, agentDir: mainAgentDir, providers, profileIds: profiles.map(({ id }) => id) })];
}

/** One question a directory: a thousand agents are asked, and to list each takes longer than to read its store. */
async function ofNewerLayouts(agentDir: string, files: HostFiles): Promise<readonly StrayFile[]> {
  const path = agentFile(agentDir, agentDatabaseName);
  return (await files.kindOf(path)) === 'missing' ? [] : [{ ...untold, kind: 'database', agentDir, path }];
}

async function ofOlderLayouts(agentDir: string, files: HostFiles): Promise<readonly StrayFile[]> {
  const names = await files.list(agentDir);
  const archives = names.filter((name) => archiveForms.some((form) => form.test(basename(name))));
  const found: StrayFile[] = archives.map((name) => ({ ...untold, kind: 'archive', agentDir, path: agentFile(agentDir, name) }));
  if (names.includes(storeFileName)) found.push(await profilesFile(agentDir, files));
  if (names.includes('auth.json')) found.push({ ...untold, kind: 'flat', agentDir, path: agentFile(agentDir, 'auth.json') });
  return found;
}

async function profilesFile(agentDir: string, files: HostFiles): Promise<StrayFile> {
  const path = agentFile(agentDir, storeFileName);
  const file: StrayFile = { ...untold, kind: 'profiles', agentDir, path };
  const reading = await files.readText(path, storeLimitBytes);
  const parsed = reading.ok ? parseJsonObject(reading.image.text.reveal()) : null;
  const profiles = parsed?.ok === true ? valueAt(parsed.object, 'profiles') : undefined;
  if (!isJsonObject(profiles) || Object.keys(profiles).length === 0) return file;
  const providers = Object.values(profiles).map((profile) => textAt(profile, 'provider')?.toLowerCase() ?? null);
  const known = providers.filter((provider) => provider !== null);
  return { ...file, profileIds: Object.keys(profiles), providers: known.length === providers.length ? [...new Set(known)] : null };
}
