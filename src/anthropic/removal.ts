/** Everything that cleaning a paste can take out, in the order in which it is reported. */
export const removals = [
  'bracketed-paste-markers',
  'terminal-codes',
  'control-characters',
  'invisible-characters',
  'full-width-characters',
  'smart-dashes',
  'line-breaks',
  'spaces',
  'borders',
  'quotes',
  'punctuation',
  'assignment',
  'header-name',
  'json',
  'surrounding-text',
  'other-secrets',
] as const;

export type Removal = (typeof removals)[number];

/** The kinds found, each once, in the order of `removals`. */
export function inOrder(found: ReadonlySet<Removal>): readonly Removal[] {
  return removals.filter((removal) => found.has(removal));
}
