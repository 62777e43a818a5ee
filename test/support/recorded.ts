import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject } from '../../src/openclaw/snapshot.ts';
import { writeAgentDatabase, writeStateDatabase } from './databases.ts';
import { credentials } from '../real/credentials.ts';
import { makeHome, type TestHome } from './homes.ts';

/** A state that a real OpenClaw was asked about, and its answer; made by `npm run test:openclaw`. */
export interface RecordedState {
  readonly agent: string;
  /** When it was asked, epoch ms. */
  readonly takenAt: number;
  readonly given: {
    readonly config: JsonObject;
    /** Path under the state directory to content. */
    readonly files: Readonly<Record<string, JsonObject>>;
    /** `state`, or the id of an agent, to its store and state in one. */
    readonly databases: Readonly<Record<string, JsonObject>>;
  };
  /** What `models status --json` said, without paths and moments (test/real/answers.ts). */
  readonly openclaw: JsonObject;
}

/** The agents of every home that is recorded. */
export const recordedAgents = ['main', 'research'] as const;

const recordedDirectory = join(import.meta.dirname, '../recorded');

export function recordedPath(version: string): string {
  return join(recordedDirectory, `${version}.json`);
}

/** The recorded states of a version, by name; empty where none was recorded. */
export async function recordedStates(version: string): Promise<readonly (readonly [string, RecordedState])[]> {
  if (!existsSync(recordedPath(version))) return [];
  const states: Readonly<Record<string, RecordedState>> = JSON.parse(await readFile(recordedPath(version), 'utf8'));
  return Object.entries(states);
}

/** Makes the state on disk again, with the made-up credentials of the record. */
export async function recordedHome({ given }: RecordedState): Promise<TestHome> {
  const home = await makeHome();
  const text = JSON.stringify(given).replaceAll('$HOME', home.home).replaceAll('$KEY', credentials.key).replaceAll('$TOKEN', credentials.token).replaceAll('$NEW_KEY', credentials.newKey);
  const { config, files, databases }: RecordedState['given'] = JSON.parse(text);
  await home.write('.openclaw/openclaw.json', config);
  for (const [path, content] of Object.entries(files)) await home.write(join('.openclaw', path), content);
  for (const [name, content] of Object.entries(databases)) {
    if (name === 'state') await writeStateDatabase(home.stateDir, content);
    else await writeAgentDatabase(join(home.stateDir, 'agents', name, 'agent'), content);
  }
  return home;
}
