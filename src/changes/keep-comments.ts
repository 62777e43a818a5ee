import { editConfig } from '../openclaw/config-edit.ts';
import { readTree } from '../openclaw/config-edit-tree.ts';
import { sameValue } from '../openclaw/config-edit-value.ts';
import { parseJson5Object } from '../openclaw/json-text.ts';
import { Secret } from '../terminal/secret.ts';
import { applyChange, type ApplyOptions } from './apply.ts';
import type { Change } from './change.ts';
import { editsBetween } from './edits-between.ts';
import { hashOf, readTarget, realTarget } from './target.ts';

/**
 * OpenClaw's own commands write the config anew and strip its comments (reliability 1.6). The text from before is put
 * back with what they changed edited into it, when that says exactly the same; else the file stays as they left it.
 */
export async function keepComments(change: Change, { before, ...options }: ApplyOptions & { readonly before: { readonly config: ConfigText } }): Promise<void> {
  const planned = change.files.find(({ kind }) => kind === 'config');
  const ours = planned?.after ?? (before.config.state === 'read' ? before.config.image.text : null);
  const path = planned?.path ?? (before.config.state === 'read' ? before.config.image.path : null);
  if (ours === null || path === null) return;
  const bytes = readTarget(realTarget(path));
  if (bytes === null) return;
  const theirs = bytes.toString('utf8');
  if (commentsIn(ours.reveal()) <= commentsIn(theirs)) return;
  const text = merged(ours.reveal(), theirs);
  if (text === null) return;
  const file = { path, kind: 'config', expected: hashOf(bytes), after: new Secret(text), changes: true, diff: [] } as const;
  await applyChange({ title: change.title, files: [file] }, options);
}

type ConfigText = { readonly state: 'read'; readonly image: { readonly path: string; readonly text: Secret } } | { readonly state: 'missing' | 'broken' };

/** Our text with their meaning, or null when that cannot be written. */
function merged(ours: string, theirs: string): string | null {
  const mine = parseJson5Object(ours);
  const wanted = parseJson5Object(theirs);
  if (!mine.ok || !wanted.ok) return null;
  const result = editConfig(ours, editsBetween(mine.object, wanted.object));
  if (!result.ok) return null;
  const read = parseJson5Object(result.text);
  return read.ok && sameValue(read.object, wanted.object) ? result.text : null;
}

function commentsIn(text: string): number {
  const reading = readTree(text);
  return reading.ok ? reading.tree.tokens.filter(({ type }) => type === 'comment').length : 0;
}
