import type { HostEnvironment, InstallationFlags } from '../../openclaw/installation.ts';
import { doctorFacts, type DoctorFacts } from '../../rules/doctor/facts.ts';
import type { LiveFact } from '../../rules/doctor/live-fact.ts';
import { readCacheFacts, type CacheReading } from '../cache/facts.ts';
import { readSurroundings } from './read-surroundings.ts';

/** What the doctor knows, and the reading that its mends are planned from. */
export interface DoctorReading {
  readonly cache: CacheReading;
  readonly facts: DoctorFacts;
}

/**
 * Reads everything that the checks look at. Writes nothing.
 *
 * @param live what the API said before; null when nobody asked it
 * @throws ExpectedFailure when the flags contradict each other
 */
export async function readDoctorFacts(flags: InstallationFlags, host: HostEnvironment, live: readonly LiveFact[] | null = null): Promise<DoctorReading> {
  const cache = await readCacheFacts(flags, host);
  const { snapshot, sources, environment } = cache;
  const now = snapshot.takenAt;
  const surroundings = await readSurroundings(snapshot, host, now);
  const { credentials } = cache.facts;
  return { cache, facts: doctorFacts({ snapshot, sources, environment, surroundings, credentials, live, now }) };
}
