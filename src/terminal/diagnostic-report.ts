/**
 * Node can write a report of a process (`--report-on-signal` and the like, also by NODE_OPTIONS): arguments, the whole environment
 * and the stack, into the working directory. A credential may stand in it, so none is written.
 */
export function writeNoReports(): void {
  // Asking for the settings loads them, which only those pay who set one.
  if (![...process.execArgv, process.env['NODE_OPTIONS'] ?? ''].some((option) => option.includes('--report'))) return;
  process.report.reportOnFatalError = false;
  process.report.reportOnSignal = false;
  process.report.reportOnUncaughtException = false;
  process.report.excludeEnv = true;
}
