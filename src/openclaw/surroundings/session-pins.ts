import { join } from 'node:path';
import type { HostFiles } from '../host-files.ts';
import { isJsonObject, textAt } from '../json-object.ts';
import { parseJsonObject } from '../json-text.ts';
import type { Snapshot } from '../snapshot.ts';

/** Sessions of one agent that a person bound to a profile (2026.2.24, section 3.6: they stay so until a new session). */
export interface SessionPin {
  readonly agentId: string;
  readonly profileId: string;
  /** The list of the agent's sessions. */
  readonly path: string;
  readonly sessions: number;
}

/** A longer list of sessions is not read. */
const limitBytes = 16 * 1024 * 1024;

/** The profiles to which people bound sessions, by agent. What OpenClaw bound by itself it lets go by itself. */
export async function sessionPins({ agents, installation }: Snapshot, files: HostFiles): Promise<readonly SessionPin[]> {
  const pins: SessionPin[] = [];
  for (const { id } of agents) {
    const path = join(installation.stateDir.path, 'agents', id, 'sessions', 'sessions.json');
    for (const [profileId, sessions] of await pinsIn(path, files)) pins.push({ agentId: id, profileId, path, sessions });
  }
  return pins;
}

async function pinsIn(path: string, files: HostFiles): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const reading = await files.readText(path, limitBytes);
  const parsed = reading.ok ? parseJsonObject(reading.image.text.reveal()) : null;
  for (const session of parsed?.ok === true ? Object.values(parsed.object) : []) {
    const profileId = textAt(session, 'authProfileOverride');
    if (!isJsonObject(session) || profileId === null || session['authProfileOverrideSource'] !== 'user') continue;
    counts.set(profileId, (counts.get(profileId) ?? 0) + 1);
  }
  return counts;
}
