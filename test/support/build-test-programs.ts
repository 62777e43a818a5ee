import { rmSync } from 'node:fs';
import { bundle } from './bundle.ts';
import { testPrograms, testProgramsDirectory } from './test-programs.ts';

/** Bundles the programs of the tests once for the whole run; what an earlier run left there, compiled code too, goes. */
export default function buildTestPrograms(): Promise<void> {
  rmSync(testProgramsDirectory, { recursive: true, force: true });
  return bundle(testPrograms.map((name) => `test/${name}.ts`), testProgramsDirectory, 'test');
}
