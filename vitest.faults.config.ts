import { defineConfig } from 'vitest/config';

/** Faults, races and power cuts: slower, and most of them need root or strace. What is skipped says why. */
export default defineConfig({
  test: {
    include: ['test/faults/**/*.test.ts'],
    reporters: ['default', './test/faults/support/fault-table.ts', './test/support/count-reporter.ts'],
    globalSetup: ['./test/support/build-once.ts', './test/faults/support/build-programs.ts'],
    testTimeout: 300_000,
    hookTimeout: 60_000,
    // One after the other: what they measure is the order of system calls and of processes, not their own crowd.
    fileParallelism: false,
  },
});
