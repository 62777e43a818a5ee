import { fileURLToPath } from 'node:url';

/** Programs that the tests start as processes of their own, beside the built one; their sources lie at these places in test/. */
export const testPrograms = [
  'changes/apply-once',
  'changes/contender',
  'commands/programs/closed-pipe',
  'commands/programs/print-document',
  'faults/programs/unlocked-writer',
  'faults/programs/writer',
  'openclaw-program/programs/waiting',
  'terminal/programs/guarded',
] as const;

/** Where they are, once the run has begun. */
export const testProgramsDirectory = 'dist.tests';

export function testProgram(name: (typeof testPrograms)[number]): string {
  return fileURLToPath(new URL(`../../${testProgramsDirectory}/${name}.js`, import.meta.url));
}
