import { readSync } from 'node:fs';
import { pause } from '../terminal/pause.ts';
import { Secret } from '../terminal/secret.ts';
import { onboardWords } from '../words/onboard.ts';
import { ExpectedFailure, exitCodes } from './failure.ts';

/** No pasted credential comes near this; more is another file by mistake. */
const stdinLimitBytes = 64 * 1024;

/** Reads a credential from stdin to its end, or to the limit. @throws ExpectedFailure when it is closed or empty */
export function secretFromStdin(): Secret {
  const chunk = Buffer.alloc(stdinLimitBytes);
  let length = 0;
  while (length < stdinLimitBytes) {
    const count = readChunk(chunk, length);
    if (count === 0) break;
    length += count;
  }
  const text = chunk.toString('utf8', 0, length);
  chunk.fill(0);
  if (text.trim() === '') throw new ExpectedFailure(exitCodes.usage, onboardWords.emptyStdin, onboardWords.emptyStdinAdvice);
  // The line end of the last line belongs to the pipe, not to the credential.
  return new Secret(text.replace(/\r?\n$/, ''));
}

function readChunk(buffer: Buffer, offset: number): number {
  for (;;) {
    try {
      return readSync(0, buffer, offset, buffer.length - offset, null);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      // A non-blocking stdin has nothing yet; waiting a little is all that can be done synchronously.
      if (code === 'EAGAIN') pause(10);
      else return 0;
    }
  }
}
