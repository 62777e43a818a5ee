/**
 * Every signal whose default is death and that a program may answer. The rest cannot be caught (SIGKILL), come from a broken
 * process in which nothing may run any more (SIGSEGV, SIGBUS, SIGFPE, SIGILL), or have no name in Node (the real-time ones).
 */
const answerable = [
  'SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGABRT', 'SIGALRM', 'SIGVTALRM', 'SIGPROF', 'SIGUSR2', 'SIGXCPU', 'SIGIO', 'SIGPWR', 'SIGSTKFLT', 'SIGTRAP', 'SIGSYS',
] as const satisfies readonly NodeJS.Signals[];

/** The signals by which the program dies in order. A profiler of Node counts by SIGPROF; then that one is left to it. */
export const deadlySignals: readonly NodeJS.Signals[] = answerable.filter((signal) => signal !== 'SIGPROF' || !isProfiled());

/**
 * The same signal by another name. Ink's own watch (signal-exit) listens to both names, and where it finds itself alone
 * with one it ends the screens as if the person had left them.
 */
export const secondNames: Readonly<Partial<Record<NodeJS.Signals, NodeJS.Signals>>> = { SIGABRT: 'SIGIOT', SIGIO: 'SIGPOLL' };

const ignored = ['SIGUSR1', 'SIGXFSZ'] as const satisfies readonly NodeJS.Signals[];

function ignore(): void {
  // Being listened to is all it takes.
}

/**
 * Signals that must do nothing, from now until the end. On SIGUSR1 Node would open its debugger on a port of this machine, and any
 * user of it could read a key out of the memory. SIGXFSZ comes beside the error of a write over the limit on file sizes,
 * which is told as any other; Node ignores it too, but Ink's watch would die of it.
 */
export function ignoreSignals(): void {
  for (const signal of ignored) {
    if (!process.listeners(signal).includes(ignore)) process.on(signal, ignore);
  }
}

function isProfiled(): boolean {
  return [...process.execArgv, process.env['NODE_OPTIONS'] ?? ''].some((option) => option.includes('-prof'));
}
