import type { ConfigEdit } from '../../openclaw/config-edit-value.ts';
import { effectiveConfig } from '../agents.ts';
import { objectAtPath, type ConfigPath } from '../cache/config-path.ts';
import type { DoctorFacts } from './facts.ts';

/** Takes one of an object's params away, and the object with it when nothing else is in it. */
export function paramRemoval({ snapshot }: DoctorFacts, path: ConfigPath): ConfigEdit {
  const above = path.slice(0, -1);
  const isAlone = above.at(-1) === 'params' && Object.keys(objectAtPath(effectiveConfig(snapshot.config), above)).length === 1;
  return { kind: 'remove', path: isAlone ? above : path };
}
