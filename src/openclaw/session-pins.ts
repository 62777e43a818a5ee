import { join } from 'node:path';
import type { HostFiles } from './host-files.ts';
import { isJsonObject, textAt } from './json-object.ts';
import { parseJsonObject } from './json-text.ts';
import type { Snapshot } from './snapshot.ts';

/** Sessions of an agent that ask for one profile, chosen by a person or by OpenClaw itself. */
export interface SessionPin {
  readonly agentId: string;
  readonly profileId: string;
}

/** A larger list of sessions is not looked through. */
const limitBytes = 20 * 1024 * 1024;

/**
 * Which profiles the sessions of the agents are pinned to (`authProfileOverride` in `sessions.json`; 2026.2.24, section
 * 1.5). A list that cannot be read names none.
 */
export async function readSessionPins({ installation, agents }: Snapshot, files: HostFiles): Promise<readonly SessionPin[]> {
  const pins = await Promise.all(agents.map(({ id }) => pinsOf(id, join(installation.stateDir.path, 'agents', id, 'sessions', 'sessions.json'), files)));
  return pins.flat();
}

async function pinsOf(agentId: string, path: string, files: HostFiles): Promise<readonly SessionPin[]> {
  const reading = await files.readText(path, limitBytes);
  const parsed = reading.ok ? parseJsonObject(reading.image.text.reveal()) : null;
  if (parsed?.ok !== true) return [];
  const ids = Object.values(parsed.object).flatMap((session) => (isJsonObject(session) ? (textAt(session, 'authProfileOverride') ?? []) : []));
  return [...new Set(ids)].map((profileId) => ({ agentId, profileId }));
}
