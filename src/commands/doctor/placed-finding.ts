import { imageAt } from '../../changes/mend/store-image.ts';
import { lineOfKey } from '../../openclaw/key-line.ts';
import { localFiles } from '../../openclaw/local-files.ts';
import type { Snapshot } from '../../openclaw/snapshot.ts';
import type { Finding, Place } from '../../rules/doctor/finding.ts';
import { placeFinder, type FindPlace } from '../explain/places.ts';

/** A finding with the file and the line that it is about. */
export interface PlacedFinding {
  readonly finding: Finding;
  /** Absolute; null for what lies in no file. */
  readonly path: string | null;
  /** Counted from 1; null when only the file is known. */
  readonly line: number | null;
}

/** Looks up where each finding lies, in the texts that were read. */
export async function placeFindings(snapshot: Snapshot, findings: readonly Finding[]): Promise<readonly PlacedFinding[]> {
  const find = placeFinder(snapshot.config, localFiles);
  const placed: PlacedFinding[] = [];
  for (const finding of findings) placed.push({ finding, ...(await spotOf(snapshot, finding.place, find)) });
  return placed;
}

async function spotOf(snapshot: Snapshot, place: Place | null, find: FindPlace): Promise<Omit<PlacedFinding, 'finding'>> {
  if (place === null) return { path: null, line: null };
  if (place.in === 'config') {
    const spot = await nearest(place.keys, find);
    return { path: spot?.file ?? snapshot.installation.config.path, line: spot?.line ?? null };
  }
  const { path, keys, line } = place;
  if (keys === undefined) return { path, line: line ?? null };
  const image = imageAt(snapshot, path);
  return { path, line: image === null ? null : lineOfKey(image.text.reveal(), keys) };
}

/** A key that is not there stands where the object above it does. */
async function nearest(keys: readonly string[], find: FindPlace): ReturnType<FindPlace> {
  for (let depth = keys.length; depth > 0; depth -= 1) {
    const spot = await find(keys.slice(0, depth));
    if (spot !== null) return spot;
  }
  return null;
}
