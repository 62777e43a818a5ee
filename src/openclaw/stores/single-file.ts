import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { storeLimitBytes, type HostFiles } from '../host-files.ts';
import { parseJsonObject } from '../json-text.ts';
import type { StoreReading } from '../snapshot.ts';
import { parseStore } from './parse-store.ts';

/** The name of a store in the layouts `single-file` and `split-files`. */
export const storeFileName = 'auth-profiles.json';

/** OpenClaw 2026.2.24 writes its stores in place, so a reader can meet half a file (facts, reliability R1). */
const tornReads = 3;
const tornWaitMs = 20;

/**
 * Reads the store of an agent dir in the layout `single-file`: strict JSON, at most 5 MB. A text that does not parse is
 * read again three times, 20 ms apart, before it counts as broken.
 */
export async function readSingleFileStore(agentDir: string, files: HostFiles): Promise<StoreReading> {
  const path = join(agentDir, storeFileName);
  let reading = await readOnce(path, files);
  for (let again = 0; again < tornReads && isTorn(reading); again += 1) {
    await wait(tornWaitMs);
    reading = await readOnce(path, files);
  }
  return reading;
}

async function readOnce(path: string, files: HostFiles): Promise<StoreReading> {
  const reading = await files.readText(path, storeLimitBytes);
  if (!reading.ok) return reading.missing ? { state: 'missing', path } : { state: 'broken', path, problem: reading.problem };
  const parsed = parseJsonObject(reading.image.text.reveal());
  if (!parsed.ok) return { state: 'broken', path, problem: parsed.problem };
  const store = parseStore(parsed.object);
  if (store === null) return { state: 'broken', path, problem: { kind: 'shape', message: 'no-profiles' } };
  return { state: 'read', image: reading.image, store };
}

/** Half a file: JSON that ends early, or a character cut in two. */
function isTorn(reading: StoreReading): boolean {
  return reading.state === 'broken' && (reading.problem.kind === 'syntax' || reading.problem.kind === 'not-utf8');
}
