import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, 'test/faults/**'],
    reporters: ['default', './test/support/count-reporter.ts'],
    // One process serves file after file: no rule keeps a state of its own, so nothing is gained by loading all of them for
    // each file. A test that changes its process (environment, umask, a spy) changes it back.
    isolate: false,
    // Vitest leaves a core free, which is every second one on a small machine. One more than there are, because the
    // end-to-end tests spend much of their time waiting for the program they drive.
    maxWorkers: availableParallelism() + 1,
    // They only end what hangs; how long something may take is asserted where it matters.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What the tests start as a process is built before the first one runs.
    globalSetup: ['./test/support/build-once.ts', './test/support/build-test-programs.ts'],
  },
});
