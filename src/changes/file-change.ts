import { createHash } from 'node:crypto';
import { editConfig } from '../openclaw/config-edit.ts';
import type { ConfigEdit, EditFailure } from '../openclaw/config-edit.ts';
import type { FileImage } from '../openclaw/snapshot.ts';
import { Secret } from '../terminal/secret.ts';
import { aftermathOf, contentOf } from './aftermath.ts';
import type { FileChange, Judgement } from './change.ts';
import { maskedDiff } from './diff.ts';
import { leftBy, type Left } from './left-places.ts';

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
  const judge = (now: string | null): Judgement => {
    // Somebody removed the whole file: to make another one with our edits alone would not be what was asked for.
    if (now === null && image !== null) return { state: 'replaced', replan: () => null };
    const state = aftermathOf(edits, { before: image?.text.reveal() ?? null, after: after.reveal(), now });
    return { state, replan: () => planAgain(path, kind, now, edits) };
  };
  const left = (): Left | null => leftBy(contentOf(image?.text.reveal() ?? null), contentOf(after.reveal())) ?? null;
  return { ok: true, file: { path, kind, expected: image?.sha256 ?? null, after, changes, diff, judge, left } };
}

function planAgain(path: string, kind: FileChange['kind'], now: string | null, edits: readonly ConfigEdit[]): FileChange | null {
  const image = now === null ? null : { path, text: new Secret(now), sha256: createHash('sha256').update(now).digest('hex') };
  const result = changeFile(path, kind, image, edits);
  return result.ok ? result.file : null;
}
