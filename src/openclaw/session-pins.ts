import { join } from 'node:path';
import type { HostFiles } from './host-files.ts';
import { isJsonObject, textAt } from './json-object.ts';
import { parseJsonObject } from './json-text.ts';
import type { Snapshot } from './snapshot.ts';

/** Sessions of an agent that ask for one profile. */
export interface SessionPin {
  readonly agentId: string;
  readonly profileId: string;
  /** A person's choice stays until a new session; what OpenClaw bound by itself it lets go by itself (2026.2.24, section 3.6). */
  readonly by: 'person' | 'openclaw';
  readonly sessions: number;
  /** The list of the agent's sessions. */
  readonly path: string;
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
  const pins = new Map<string, SessionPin>();
  for (const session of parsed?.ok === true ? Object.values(parsed.object) : []) {
    const profileId = isJsonObject(session) ? textAt(session, 'authProfileOverride') : null;
    if (profileId === null) continue;
    const by = textAt(session, 'authProfileOverrideSource') === 'user' ? 'person' : 'openclaw';
    const sessions = (pins.get(`${by} ${profileId}`)?.sessions ?? 0) + 1;
    pins.set(`${by} ${profileId}`, { agentId, profileId, by, sessions, path });
  }
  return [...pins.values()];
}
