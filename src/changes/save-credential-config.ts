import { dirname, resolve } from 'node:path';
import { isPlainObject, sameValue, valueAt } from '../openclaw/config-edit-value.ts';
import type { ConfigEdit, JsonValue } from '../openclaw/config-edit.ts';
import type { Snapshot } from '../openclaw/snapshot.ts';
import type { FileChange } from './change.ts';
import { changeFile } from './file-change.ts';
import { findOrder } from './save-credential-store.ts';
import type { RefusalReason, SaveCredentialWish } from './save-plan.ts';

export type ConfigPlan =
  /** `restarts`: something under `auth` changes, for which a running gateway restarts. */
  { readonly ok: true; readonly file: FileChange; readonly restarts: boolean } | { readonly ok: false; readonly reason: RefusalReason };

/** Plans `auth.profiles`, `auth.order` and the default model in openclaw.json (OpenClaw 2026.2.24, section 2.7). */
export function planConfig(snapshot: Snapshot, wish: SaveCredentialWish): ConfigPlan {
  const { config } = snapshot;
  const image = config.state === 'read' ? config.image : null;
  const path = config.state === 'read' ? config.image.path : config.path;
  const written = config.state === 'read' ? config.written : {};
  const resolved = config.state === 'read' ? config.resolved : {};
  const differs = (one: Wish): boolean => !sameValue(valueAt(resolved, one.path), one.value);
  const authWishes = [...profileWishes(resolved, wish), ...orderWishes(resolved, wish)].filter(differs);
  const wishes = [...authWishes, ...modelWishes(resolved, wish).filter(differs)];
  const elsewhere = wishes.find((one) => isWrittenElsewhere(written, resolved, one.path));
  const include = (at: readonly string[]): ConfigPlan => ({ ok: false, reason: { code: 'include', path, files: includedFiles(snapshot, at), at } });
  if (elsewhere !== undefined) {
    return include(elsewhere.path);
  }
  const edits = wishes.map((one): ConfigEdit => ({ kind: 'set', ...one, besideInclude: isNowhere(written, resolved, one.path) }));
  const result = changeFile(path, 'config', image, edits);
  if (result.ok) {
    return { ok: true, file: result.file, restarts: image !== null && authWishes.length > 0 };
  }
  if (result.reason === 'include') {
    return include(result.path);
  }
  return { ok: false, reason: { code: 'edit', path, problem: result.reason, at: result.path, line: result.line } };
}

interface Wish {
  readonly path: readonly string[];
  readonly value: JsonValue;
}

function profileWishes(resolved: unknown, wish: SaveCredentialWish): Wish[] {
  const path = ['auth', 'profiles', wish.profileId];
  const mode = wish.credential.type;
  if (valueAt(resolved, path) === undefined) {
    return [{ path, value: { provider: 'anthropic', mode } }];
  }
  return [
    { path: [...path, 'provider'], value: 'anthropic' },
    { path: [...path, 'mode'], value: mode },
  ];
}

function orderWishes(resolved: unknown, wish: SaveCredentialWish): Wish[] {
  const { profileId } = wish;
  const order = findOrder(valueAt(resolved, ['auth', 'order']));
  if (order !== null) {
    const others = order.ids.filter((id) => id !== profileId);
    return [{ path: ['auth', 'order', order.provider], value: [profileId, ...others] }];
  }
  const others = listedAnthropic(resolved).filter(({ id }) => id !== profileId);
  if (others.every(({ mode }) => mode === wish.credential.type)) {
    return [];
  }
  return [{ path: ['auth', 'order', 'anthropic'], value: [profileId, ...others.map(({ id }) => id)] }];
}

/** Anthropic entries of `auth.profiles`, in the order of the file. */
export function listedAnthropic(resolved: unknown): { readonly id: string; readonly mode: unknown }[] {
  const profiles = valueAt(resolved, ['auth', 'profiles']);
  return Object.entries(isPlainObject(profiles) ? profiles : {}).flatMap(([id, entry]) => {
    const provider = isPlainObject(entry) ? entry['provider'] : undefined;
    return isPlainObject(entry) && typeof provider === 'string' && provider.trim().toLowerCase() === 'anthropic' ? [{ id, mode: entry['mode'] }] : [];
  });
}

function modelWishes(resolved: unknown, wish: SaveCredentialWish): Wish[] {
  if (wish.defaultModel === null) {
    return [];
  }
  const path = ['agents', 'defaults', 'model'];
  return [typeof valueAt(resolved, path) === 'string' ? { path, value: wish.defaultModel } : { path: [...path, 'primary'], value: wish.defaultModel }];
}

/** The value comes from an included file: lists there are joined with ours and values there are not ours to shadow. */
function isWrittenElsewhere(written: unknown, resolved: unknown, path: readonly string[]): boolean {
  return valueAt(written, path) === undefined && valueAt(resolved, path) !== undefined;
}

/** The first name of the path that this file lacks is in no included file either. */
function isNowhere(written: unknown, resolved: unknown, path: readonly string[]): boolean {
  const missing = path.findIndex((_, index) => valueAt(written, path.slice(0, index + 1)) === undefined);
  return missing >= 0 && valueAt(resolved, path.slice(0, missing + 1)) === undefined;
}

/** The files named by the innermost `$include` on the way to `at`; all included files when it names none. */
function includedFiles(snapshot: Snapshot, at: readonly string[]): readonly string[] {
  if (snapshot.config.state !== 'read') {
    return [];
  }
  const { written, includes, image } = snapshot.config;
  const named = at.map((_, depth) => valueAt(written, [...at.slice(0, depth), '$include'])).findLast((value) => value !== undefined);
  const list = (Array.isArray(named) ? named : [named]).filter((value): value is string => typeof value === 'string');
  return list.length === 0 ? includes : list.map((file) => resolve(dirname(image.path), file));
}
