import { closeSync, constants, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { isOursAlone } from './ownership.ts';

/** Reads compiled code that was kept. @returns undefined where there is none that can be trusted; it never fails */
export function readCode(file: string): Buffer | undefined {
  const user = process.geteuid?.();
  try {
    // Where others can write, a link may stand for a file of ours.
    if (!isOursAlone(statSync(dirname(file)), user)) return undefined;
    // Opening a pipe would wait for ever.
    const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const found = fstatSync(descriptor);
      return found.isFile() && isOursAlone(found, user) ? readFileSync(descriptor) : undefined;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}
