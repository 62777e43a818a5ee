import type { HostEnvironment } from '../../openclaw/installation.ts';
import { doctorFacts, type DoctorFacts } from '../../rules/doctor/facts.ts';
import { readCacheFacts, type CacheReading } from '../cache/facts.ts';
import type { DoctorFlags } from './flags.ts';
import { readSurroundings } from './read-surroundings.ts';

/** What the doctor knows, and the reading that its mends are planned from. */
export interface DoctorReading {
  readonly cache: CacheReading;
  readonly facts: DoctorFacts;
}

/**
 * Reads everything that the checks look at. Writes nothing.
 *
 * @param asks true to ask the API about each credential
 * @throws ExpectedFailure when the flags contradict each other, or the config's base URL may not be asked
 */
export async function readDoctorFacts(flags: DoctorFlags, host: HostEnvironment, asks = false): Promise<DoctorReading> {
  const cache = await readCacheFacts(flags, host);
  const { snapshot, sources, environment } = cache;
  const now = snapshot.takenAt;
  const surroundings = await readSurroundings(snapshot, host, now);
  const { credentials } = cache.facts;
  const live = asks ? await (await import('./ask-api.ts')).askApi(snapshot, credentials, flags.trustBaseUrl === true) : null;
  return { cache, facts: doctorFacts({ snapshot, sources, environment, surroundings, credentials, live, now }) };
}
