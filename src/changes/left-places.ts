import { asJson, isPlainObject, sameValue, type ConfigEdit } from '../openclaw/config-edit-value.ts';
import { sha256 } from '../terminal/sha256.ts';

/**
 * What a change left at the places that it edited, without saying what that is: the SHA-256 of each value, null where
 * nothing stands any more, and an object of these. No secret can be read out of it.
 */
export type Left = string | null | { readonly [name: string]: Left };

/** What OpenClaw notes by itself whenever it uses a profile: where it wrote again, its newer note is the true one. */
const notes: ReadonlySet<string> = new Set(['usageStats', 'lastGood']);

/** The places at which two values differ, as the second one has them; undefined where they are the same. */
export function leftBy(before: unknown, after: unknown): Left | undefined {
  if (sameValue(before, after)) return undefined;
  // What is gone is told member by member: OpenClaw may begin the object again with members of its own.
  if (after === undefined && !(isPlainObject(before) && Object.keys(before).length > 0)) return null;
  if (after !== undefined && (!isPlainObject(before) || !isPlainObject(after))) return fingerprint(after);
  const names = new Set([before, after].flatMap((value) => (isPlainObject(value) ? Object.keys(value) : [])));
  return Object.fromEntries([...names].flatMap((name) => {
    const left = leftBy(member(before, name), member(after, name));
    return left === undefined ? [] : [[name, left]];
  }));
}

/**
 * The edits that bring back what a change replaced in a store, where everything that was written there since stays.
 *
 * @param before the store's content from before the change
 * @returns empty when nothing is left to bring back; null when one of the places is not as the change left it
 */
export function putBack(left: Left, before: unknown, now: unknown): readonly ConfigEdit[] | null {
  if (!isTree(left) || !isPlainObject(now)) return null;
  const edits: ConfigEdit[] = [];
  for (const [name, places] of Object.entries(left)) {
    // OpenClaw writes the number into every store; it is nobody's.
    if (name === 'version' && member(before, name) === undefined) continue;
    const found = backIn([name], places, member(before, name), member(now, name));
    if (found === null && !notes.has(name)) return null;
    edits.push(...(found ?? []));
  }
  return edits;
}

function backIn(path: readonly string[], left: Left, before: unknown, now: unknown): readonly ConfigEdit[] | null {
  if (sameValue(before, now)) return [];
  if (!isTree(left) || !isPlainObject(now) || (before !== undefined && !isPlainObject(before))) {
    return holds(left, now) ? [asBefore(path, before)] : null;
  }
  // A thing that the change made goes with all that is in it; the object that holds such things may hold others by now.
  if (before === undefined && path.length > 1) return holds(left, now) ? [{ kind: 'remove', path }] : null;
  const renames = renamed(left, before, now);
  const edits: ConfigEdit[] = renames.map(({ from, to }) => ({ kind: 'rename', path: [...path, to], to: from }));
  for (const [name, places] of Object.entries(left)) {
    if (renames.some(({ from, to }) => name === from || name === to)) continue;
    const found = backIn([...path, name], places, member(before, name), member(now, name));
    if (found === null) return null;
    edits.push(...found);
  }
  return edits;
}

function asBefore(path: readonly string[], before: unknown): ConfigEdit {
  return before === undefined ? { kind: 'remove', path } : { kind: 'set', path, value: asJson(before) };
}

interface Renamed {
  readonly from: string;
  readonly to: string;
}

/** Members that only got another name: they get the old one back, in their place. */
function renamed(left: { readonly [name: string]: Left }, before: unknown, now: object): readonly Renamed[] {
  const made = Object.keys(left).filter((name) => member(before, name) === undefined && member(now, name) !== undefined && holds(left[name] ?? null, member(now, name)));
  return Object.keys(left).flatMap((from): readonly Renamed[] => {
    if (!isGone(left[from] ?? null) || member(now, from) !== undefined) return [];
    const old = fingerprint(member(before, from));
    const [to, ...more] = made.filter((name) => sameValue(left[name], old));
    return to === undefined || more.length > 0 ? [] : [{ from, to }];
  });
}

/** OpenClaw may add fields of its own to what we wrote; that takes nothing away. */
function holds(left: Left, now: unknown): boolean {
  if (!isTree(left)) return left === null ? now === undefined : now !== undefined && sameValue(fingerprint(now), left);
  if (now === undefined) return isGone(left);
  return isPlainObject(now) && Object.entries(left).every(([name, inner]) => holds(inner, member(now, name)));
}

function isGone(left: Left): boolean {
  return isTree(left) ? Object.keys(left).length > 0 && Object.values(left).every(isGone) : left === null;
}

function fingerprint(value: unknown): Left {
  if (!isPlainObject(value)) return sha256(JSON.stringify(sorted(value)));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fingerprint(inner)]));
}

/** The order of keys does not count. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isPlainObject(value)) return value;
  return Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, sorted(inner)]);
}

function member(value: unknown, name: string): unknown {
  return isPlainObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function isTree(left: Left): left is { readonly [name: string]: Left } {
  return typeof left === 'object' && left !== null;
}
