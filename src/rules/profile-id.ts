/** The wanted id, or the first of `<wanted>-2`, `<wanted>-3`, … that is not taken. */
export function freeProfileId(existing: Iterable<string>, wanted: string): string {
  const taken = new Set(existing);
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  return id;
}

/** True for an id as OpenClaw's own conventions make them: `anthropic:<name>` (2026.2.24, section 2.3). */
export function isProfileName(profileId: string): boolean {
  return /^anthropic:[A-Za-z0-9._@+-]{1,64}$/.test(profileId);
}
