/** How many lines each part of the body gets. */
export interface Layout {
  /** Lines of profiles and of agents below their titles; 0 hides the table with its titles. */
  readonly board: number;
  readonly agents: number;
  /** Lines for what is known about the selected line; at least one. */
  readonly detail: number;
  /** True when there is room for blank lines between the parts. */
  readonly isSpaced: boolean;
}

/** Below this many lines only the table in use is shown. */
const bothTablesFrom = 14;

/** From this many lines on the details of the selected line have a place of their own. */
const detailsFrom = 24;

/** A part of the detail that is smaller than this is one sentence. */
const leastDetails = 5;

/**
 * Shares the lines of the body: the line about what comes next, the tables, and the details of the selected line.
 *
 * @param rows lines of the body
 * @param focus the table that the keys go to
 */
export function layoutOf(rows: number, profiles: number, agents: number, focus: 'board' | 'agents'): Layout {
  if (rows < bothTablesFrom) {
    const lines = Math.max(1, rows - 3);
    return { board: focus === 'board' ? lines : 0, agents: focus === 'agents' ? lines : 0, detail: 1, isSpaced: false };
  }
  // The next event, two titles and three blank lines.
  const free = rows - 6;
  const reserved = rows >= detailsFrom ? Math.max(leastDetails, Math.floor(rows / 3)) : 1;
  const tables = share(free - reserved, Math.max(1, profiles), Math.max(1, agents));
  const left = free - tables.board - tables.agents;
  return { ...tables, detail: left < leastDetails ? 1 : left, isSpaced: true };
}

/** Both tables whole when they fit; else the agents keep a third, or what the profiles leave. */
function share(lines: number, profiles: number, agents: number): { readonly board: number; readonly agents: number } {
  const least = Math.min(agents, Math.max(2, Math.floor(lines / 3)));
  const board = Math.min(profiles, lines - least);
  return { board, agents: Math.min(agents, lines - board) };
}
