import { bundle } from './bundle.ts';
import { testPrograms, testProgramsDirectory } from './test-programs.ts';

/** Bundles the programs of the tests once for the whole run. */
export default function buildTestPrograms(): Promise<void> {
  return bundle(testPrograms.map((name) => `test/${name}.ts`), testProgramsDirectory, 'test');
}
