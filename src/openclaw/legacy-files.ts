import { join } from 'node:path';
import { agentFile } from './agent-file.ts';
import { storeLimitBytes, type HostFiles } from './host-files.ts';
import { isJsonObject, textAt } from './json-object.ts';
import { parseJsonObject } from './json-text.ts';
import type { HostEnvironment, Installation } from './installation.ts';
import type { LegacyFile } from './snapshot.ts';

/**
 * Files of older releases that hold credentials: `auth.json` in an agent dir, by provider, and `oauth.json` in the
 * OAuth dir (2026.2.24, sections 1.6 and 2.4). OpenClaw takes them over only where no store is, and `auth.json` also
 * is a mirror that it writes itself; so they are named, and nothing in them is used here.
 */
export async function readLegacyFiles(
  installation: Installation,
  agentDirs: readonly string[],
  host: HostEnvironment,
  files: HostFiles,
): Promise<readonly LegacyFile[]> {
  const oauthDir = host.variables['OPENCLAW_OAUTH_DIR']?.trim() || join(installation.stateDir.path, 'credentials');
  const paths = [...new Set([installation.mainAgentDir.path, ...agentDirs])].map((directory) => agentFile(directory, 'auth.json'));
  const found: LegacyFile[] = [];
  for (const path of [...paths, join(oauthDir, 'oauth.json')]) {
    const providers = await providersIn(path, files);
    if (providers.length > 0) found.push(Object.freeze({ path, providers }));
  }
  return Object.freeze(found);
}

/** The provider keys under which credentials stand; empty for the `{}` that every run leaves behind. */
async function providersIn(path: string, files: HostFiles): Promise<readonly string[]> {
  // Nearly always there is none, which is the shorter question.
  if (!(await files.exists(path))) return [];
  const reading = await files.readText(path, storeLimitBytes);
  if (!reading.ok) return [];
  const parsed = parseJsonObject(reading.image.text.reveal());
  if (!parsed.ok) return [];
  return Object.entries(parsed.object).flatMap(([provider, entry]) => (isCredential(entry) ? [provider] : []));
}

/** In `oauth.json` an entry may lack the type. */
function isCredential(entry: unknown): boolean {
  if (!isJsonObject(entry)) return false;
  return textAt(entry, 'type') !== null || textAt(entry, 'access') !== null;
}
