import { editConfig } from '../openclaw/config-edit.ts';
import type { ConfigEdit, EditFailure } from '../openclaw/config-edit.ts';
import type { FileImage } from '../openclaw/snapshot.ts';
import { Secret } from '../terminal/secret.ts';
import type { FileChange } from './change.ts';
import { maskedDiff } from './diff.ts';

export type FileChangeResult =
  | { readonly ok: true; readonly file: FileChange }
  | { readonly ok: false; readonly reason: EditFailure; readonly path: readonly string[]; readonly line: number | null };

/**
 * Plans the edits of one file. Without an image the file is made, from an empty object with 2 spaces, as OpenClaw
 * writes its files.
 */
export function changeFile(path: string, kind: FileChange['kind'], image: FileImage | null, edits: readonly ConfigEdit[]): FileChangeResult {
  const result = editConfig(image?.text.reveal() ?? '{}\n', edits);
  if (!result.ok) {
    return { ok: false, reason: result.reason, path: result.path, line: result.line ?? null };
  }
  const after = new Secret(result.text);
  const changes = image === null || !image.text.equals(after);
  const diff = changes ? maskedDiff(image?.text ?? null, after) : [];
  return { ok: true, file: { path, kind, expected: image?.sha256 ?? null, after, changes, diff } };
}
