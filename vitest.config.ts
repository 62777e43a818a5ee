import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, 'test/faults/**'],
    reporters: ['default', './test/support/count-reporter.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // The end-to-end tests drive the built program: it is built before the first one runs.
    globalSetup: ['./test/support/build-once.ts'],
  },
});
