import type { Secret } from '../../terminal/secret.ts';
import { storeLimitBytes, type HostFiles } from '../host-files.ts';
import { parseJsonObject } from '../json-text.ts';
import type { FileImage, JsonObject, ReadProblem } from '../snapshot.ts';

/** One JSON file of a store. */
export type StoreFileReading =
  | { readonly state: 'missing' }
  | { readonly state: 'read'; readonly image: FileImage; readonly object: JsonObject }
  | { readonly state: 'broken'; readonly problem: ReadProblem };

/** A text that was read and parsed before. */
export interface KnownText {
  readonly text: Secret;
  readonly object: JsonObject;
}

/** OpenClaw 2026.2.24 writes its stores in place, so a reader can meet half a file (facts, reliability R1). */
const tornReads = 3;
const tornWaitMs = 20;

/**
 * Reads a file of a store: strict JSON, at most 5 MB. A text that does not parse is read again three times, 20 ms apart,
 * before it counts as broken.
 *
 * @param known a file with this very text is not parsed again, and gives this very object
 */
export async function readStoreFile(path: string, files: HostFiles, known: KnownText | null = null): Promise<StoreFileReading> {
  let reading = await readOnce(path, files, known);
  for (let again = 0; again < tornReads && isTorn(reading); again += 1) {
    await new Promise((resolve) => setTimeout(resolve, tornWaitMs));
    reading = await readOnce(path, files, known);
  }
  return reading;
}

async function readOnce(path: string, files: HostFiles, known: KnownText | null): Promise<StoreFileReading> {
  const reading = await files.readText(path, storeLimitBytes);
  if (!reading.ok) return reading.missing ? { state: 'missing' } : { state: 'broken', problem: reading.problem };
  const { text } = reading.image;
  if (known?.text.equals(text) === true) return { state: 'read', image: reading.image, object: known.object };
  const parsed = parseJsonObject(text.reveal());
  return parsed.ok ? { state: 'read', image: reading.image, object: parsed.object } : { state: 'broken', problem: parsed.problem };
}

/** Half a file: JSON that ends early, or a character cut in two. */
function isTorn(reading: StoreFileReading): boolean {
  return reading.state === 'broken' && (reading.problem.kind === 'syntax' || reading.problem.kind === 'not-utf8');
}
