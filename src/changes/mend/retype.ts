import type { ConfigEdit } from '../../openclaw/config-edit-value.ts';
import { isJsonObject, textAt, valueAt } from '../../openclaw/json-object.ts';
import { parseJsonObject } from '../../openclaw/json-text.ts';
import type { Snapshot } from '../../openclaw/snapshot.ts';
import { effectiveConfig } from '../../rules/agents.ts';
import type { Mend } from '../../rules/doctor/finding.ts';
import { imageAt } from './store-image.ts';

/** The fields in which each type keeps its secret (2026.2.24, section 2.1; `keyRef` and `tokenRef` from 2026.2.26). */
const fields = { api_key: { secret: 'key', reference: 'keyRef' }, token: { secret: 'token', reference: 'tokenRef' } } as const;

export interface RetypeEdits {
  readonly store: readonly ConfigEdit[];
  readonly config: readonly ConfigEdit[];
}

/**
 * Stores a secret under the other type: the same entry with another type and field, and the mode in the config where it
 * declares one. An end goes with an API key, which has none. Null when the entry is not there, or not of the first type.
 */
export function retypeEdits(snapshot: Snapshot, { path, profileId, to }: Extract<Mend, { readonly do: 'retype' }>): RetypeEdits | null {
  const image = imageAt(snapshot, path);
  const parsed = image === null ? null : parseJsonObject(image.text.reveal());
  const entry = parsed?.ok === true ? valueAt(parsed.object, 'profiles', profileId) : undefined;
  const from = to === 'token' ? 'api_key' : 'token';
  const secret = textAt(entry, fields[from].secret);
  if (!isJsonObject(entry) || entry['type'] !== from || secret === null) return null;
  const at = ['profiles', profileId];
  const store: ConfigEdit[] = [
    { kind: 'set', path: [...at, 'type'], value: to },
    { kind: 'set', path: [...at, fields[to].secret], value: secret },
    { kind: 'remove', path: [...at, fields[from].secret] },
    ...(to === 'api_key' ? [{ kind: 'remove' as const, path: [...at, 'expires'] }] : []),
  ];
  const mode = ['auth', 'profiles', profileId, 'mode'];
  const declared = valueAt(effectiveConfig(snapshot.config), ...mode);
  return { store, config: declared === undefined || declared === to ? [] : [{ kind: 'set', path: mode, value: to }] };
}
