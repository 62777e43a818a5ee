/**
 * The name part of a token's profile id, as OpenClaw's onboarding makes it: lower-case, anything outside
 * `[a-z0-9._-]` a dash, dashes collapsed and trimmed, `default` for nothing (2026.2.24, section 2.3).
 */
export function normaliseTokenName(written: string): string {
  const name = written
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replaceAll(/-{2,}/g, '-')
    .replaceAll(/^-|-$/g, '');
  return name === '' ? 'default' : name;
}

/** The wanted id, or the first of `<wanted>-2`, `<wanted>-3`, … that is not taken. */
export function freeProfileId(existing: Iterable<string>, wanted: string): string {
  const taken = new Set(existing);
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  return id;
}
