import type sqlite from 'node:sqlite';

/** Node's own SQLite, or null where this Node has none (before 22.13 it hides behind a flag). */
export function loadSqlite(): typeof sqlite | null {
  return quietly(() => process.getBuiltinModule('node:sqlite') ?? null);
}

/** Node 22 and 24 print a warning when the module is loaded; this one is kept back, and no other. */
function quietly<T>(load: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return load();
  } finally {
    process.emitWarning = emitWarning;
  }
}
