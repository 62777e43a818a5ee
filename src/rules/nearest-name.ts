/** More edits than this are another name, and not a slip of the keys. */
const mostEdits = 2;

/** The known name that is closest to what was written, when it is so close that it may well be meant; else null. */
export function nearestName(written: string, known: readonly string[]): string | null {
  const wanted = written.toLowerCase();
  let best: { readonly name: string; readonly edits: number } | null = null;
  for (const name of known) {
    const edits = editsBetween(wanted, name.toLowerCase());
    if (edits <= mostEdits && (best === null || edits < best.edits)) best = { name, edits };
  }
  return best?.name ?? null;
}

/** Letters to add, take away or change to make one text of the other (Levenshtein). */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [line, letter] of [...a].entries()) {
    const next = [line + 1];
    for (const [column, other] of [...b].entries()) {
      const changed = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
