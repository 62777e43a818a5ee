import { readdirSync } from 'node:fs';
import { bundle } from '../../support/bundle.ts';

const programs = 'test/faults/programs';

/** Bundles the programs of these tests from the sources. */
export default function buildPrograms(): Promise<void> {
  return bundle(readdirSync(new URL('../programs', import.meta.url)).map((name) => `${programs}/${name}`), 'dist.faults', programs);
}
