import type { PrivatePlace } from '../../openclaw/surroundings/private-places.ts';
import type { Mend } from './finding.ts';

/** True when others have any right to it at all. */
export function isLoose({ mode }: PrivatePlace): boolean {
  return (mode & 0o077) !== 0;
}

/** The owner keeps what it has; the others lose all of it. */
export function tighten({ path, kind, mode }: PrivatePlace): Mend {
  return { do: 'tighten', path, kind, from: mode, to: mode & 0o700 };
}
