import type { BoardEntry } from './board.ts';

/** Something that the clock alone will bring about. */
export interface Upcoming {
  readonly what: 'back' | 'ends';
  readonly entry: BoardEntry;
  /** Epoch ms. */
  readonly at: number;
}

/** The next thing that happens to any credential by itself: a wait is over, or a token ends. Null when nothing will. */
export function nextUpcoming(entries: readonly BoardEntry[], now: number): Upcoming | null {
  let next: Upcoming | null = null;
  for (const entry of entries) {
    for (const upcoming of upcomingOf(entry)) {
      if (upcoming.at > now && (next === null || upcoming.at < next.at)) next = upcoming;
    }
  }
  return next;
}

/** The ends of the waits of all its agents, and its own end while it is any good. */
function upcomingOf(entry: BoardEntry): readonly Upcoming[] {
  const waits = entry.standings.flatMap(({ standing }) => (standing.state === 'waiting' ? [{ what: 'back', entry, at: standing.until } as const] : []));
  const isGood = entry.attention !== 'broken' && entry.attention !== 'idle';
  return entry.expires !== null && isGood ? [...waits, { what: 'ends', entry, at: entry.expires }] : waits;
}
