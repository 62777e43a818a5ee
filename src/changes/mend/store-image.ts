import type { FileImage, Snapshot } from '../../openclaw/snapshot.ts';

/** A file of some store as it was read; null when there is none by that path. */
export function imageAt({ sharedStore, agents }: Snapshot, path: string): FileImage | null {
  const readings = [sharedStore, ...agents.map(({ store }) => store)];
  const images = readings.flatMap((reading) => (reading.state === 'read' && reading.from === 'files' ? [reading.image, reading.stateImage] : []));
  return images.find((image) => image?.path === path) ?? null;
}
