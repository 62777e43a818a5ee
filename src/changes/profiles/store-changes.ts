import type { ConfigEdit } from '../../openclaw/config-edit-value.ts';
import { changeFile } from '../file-change.ts';
import type { FileChange } from '../change.ts';
import type { StoreFile } from './held-stores.ts';
import type { StoreEdits } from './profile-edits.ts';
import type { EditRefusal } from '../save-plan.ts';

export type StoreChanges = { readonly ok: true; readonly files: readonly FileChange[] } | { readonly ok: false; readonly reason: EditRefusal };

/** The edits of stores as changes of their files; files without an edit are left out. */
export function storeChanges(stores: readonly StoreEdits[]): StoreChanges {
  const files: FileChange[] = [];
  for (const { store, credentials, state } of stores) {
    const isOneFile = store.credentials.path === store.state.path;
    const parts: readonly (readonly [StoreFile, readonly ConfigEdit[]])[] = isOneFile
      ? [[store.credentials, [...credentials, ...state]]]
      : [[store.credentials, credentials], [store.state, state]];
    for (const [file, edits] of parts) {
      if (edits.length === 0) continue;
      const result = changeFile(file.path, 'auth-store', file.image, [...(file.image === null ? beginning(file, store.credentials) : []), ...edits]);
      if (!result.ok) {
        const problem = result.reason === 'include' ? 'verification' : result.reason;
        return { ok: false, reason: { code: 'edit', path: file.path, problem, at: result.path, line: result.line } };
      }
      files.push(result.file);
    }
  }
  return { ok: true, files };
}

/** What OpenClaw begins a file with; without `profiles` it counts a store as none (2026.2.24, section 2.2). */
function beginning(file: StoreFile, credentials: StoreFile): readonly ConfigEdit[] {
  const version: ConfigEdit = { kind: 'set', path: ['version'], value: 1 };
  return file.path === credentials.path ? [version, { kind: 'set', path: ['profiles'], value: {} }] : [version];
}
