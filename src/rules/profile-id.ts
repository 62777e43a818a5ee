/** The wanted id, or the first of `<wanted>-2`, `<wanted>-3`, … that is not taken. */
export function freeProfileId(existing: Iterable<string>, wanted: string): string {
  const taken = new Set(existing);
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  return id;
}
