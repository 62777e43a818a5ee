import type { Reporter, TestModule } from 'vitest/node';

/** Prints the one line that closes a run, and why each skipped test was skipped. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'pending') continue;
        count[state] += 1;
        if (state === 'skipped') process.stdout.write(`skipped: ${test.fullName} (${test.options.mode})\n`);
      }
      // A file that cannot even be loaded has no tests to count, and must not look green.
      if (module.state() === 'failed' && module.children.size === 0) count.failed += 1;
    }
    const skipped = count.skipped === 0 ? '' : `, ${count.skipped} skipped`;
    process.stdout.write(`${count.passed} passed, ${count.failed} failed${skipped}\n`);
  }
}
