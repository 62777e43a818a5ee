import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { isOursAlone } from './ownership.ts';

/** Reads compiled code that was kept. @returns undefined where there is none that can be trusted; it never fails */
export function readCode(file: string): Buffer | undefined {
  try {
    // Opening a pipe would wait for ever.
    const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const found = fstatSync(descriptor);
      return found.isFile() && isOursAlone(found, process.geteuid?.()) ? readFileSync(descriptor) : undefined;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}
