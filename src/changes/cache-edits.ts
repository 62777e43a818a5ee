import type { ConfigEdit } from '../openclaw/config-edit.ts';
import { ownerOf, type ConfigOwner } from '../openclaw/config-owner.ts';
import type { FileImage, Snapshot } from '../openclaw/snapshot.ts';
import { effectiveConfig } from '../rules/agents.ts';
import { refusalsOf } from '../rules/cache/refusals.ts';
import type { Refusal } from '../rules/cache/route-error.ts';
import { cacheEffects, cacheTable } from '../rules/cache-table.ts';
import { withEdits } from '../rules/changed-config.ts';
import { gatewayEffect } from '../rules/gateway-reload.ts';
import type { SafeText } from '../terminal/safe-text.ts';
import type { CacheFacts, CachePlan, CacheRefusal } from './cache-plan.ts';
import type { FileChange } from './change.ts';
import { changeFile } from './file-change.ts';

/**
 * Plans edits of the config, each in the file that alone owns its key, and looks ahead at what they do. Refused when a key
 * has no single owner, when a variable stands in its place, or when OpenClaw would refuse the result.
 *
 * @param edits paths as OpenClaw sees the config, includes merged.
 * @param concerns the agents for whom the edits can make a difference; all unless told otherwise
 */
export function planCacheEdits(facts: CacheFacts, title: SafeText, edits: readonly ConfigEdit[], concerns: readonly string[] | null = null): CachePlan {
  const { snapshot, environment } = facts;
  const placed = placeEdits(facts, edits);
  if (!placed.ok) return { state: 'refused', reason: placed.reason };
  const files: FileChange[] = [];
  for (const [path, { image, edits: own }] of placed.files) {
    const result = changeFile(path, 'config', image, own);
    if (!result.ok) return { state: 'refused', reason: editRefusal(path, result) };
    files.push(result.file);
  }
  const after = withEdits(snapshot, edits);
  const refusal = newRefusal(snapshot, after, edits);
  if (refusal !== undefined) return { state: 'refused', reason: { code: 'would-refuse', refusal } };
  const changed = files.some(({ changes }) => changes) ? edits.map(({ path }) => path) : [];
  return {
    state: 'planned',
    change: { title, files },
    effects: cacheEffects(cacheTable(snapshot, environment, concerns), cacheTable(after, environment, concerns)),
    warnings: changed.length === 0 ? [] : [{ code: 'gateway', effect: gatewayEffect(changed, effectiveConfig(snapshot.config), snapshot.installation.version) }],
  };
}

/** What OpenClaw would refuse because of the edits, or what is of the wrong type where they are to be made. */
function newRefusal(before: Snapshot, after: Snapshot, edits: readonly ConfigEdit[]): Refusal | undefined {
  const known = refusalsOf(before);
  const inTheWay = known.find(({ path, because }) => because.kind === 'wrong-type' && edits.some((edit) => path.every((key, index) => edit.path[index] === key)));
  const paths = new Set(known.map(({ path }) => path.join('\n')));
  return inTheWay ?? refusalsOf(after).find(({ path }) => !paths.has(path.join('\n')));
}

interface FileEdits {
  readonly image: FileImage | null;
  readonly edits: readonly ConfigEdit[];
}

type Placed = { readonly ok: true; readonly files: ReadonlyMap<string, FileEdits> } | { readonly ok: false; readonly reason: CacheRefusal };

/** Each edit in its file. The config itself is there even without an edit, so that a plan always names a file. */
function placeEdits({ snapshot, sources }: CacheFacts, edits: readonly ConfigEdit[]): Placed {
  const { config } = snapshot;
  if (config.state === 'broken') return { ok: false, reason: { code: 'broken-config', path: config.path, problem: config.problem } };
  if (config.state === 'missing') return { ok: true, files: new Map([[config.path, { image: null, edits }]]) };
  const files = new Map<string, FileEdits>();
  for (const edit of edits) {
    const owner = ownerOf(sources, edit.path);
    if (owner.state === 'shared') {
      return { ok: false, reason: { code: 'include', path: config.image.path, files: owner.files, at: edit.path } };
    }
    if (holdsVariable(owner.value)) return { ok: false, reason: { code: 'variable', path: owner.file, at: owner.at } };
    const before = files.get(owner.file);
    const image = sources.get(owner.file)?.image ?? null;
    files.set(owner.file, { image, edits: [...(before?.edits ?? []), inFile(edit, owner)] });
  }
  if (files.size === 0) files.set(config.image.path, { image: config.image, edits: [] });
  return { ok: true, files };
}

function inFile(edit: ConfigEdit, { at, besideInclude }: Extract<ConfigOwner, { readonly state: 'found' }>): ConfigEdit {
  return edit.kind === 'set' ? { ...edit, path: at, besideInclude } : { ...edit, path: at };
}

/** As OpenClaw recognises a reference (2026.2.24, section 1.8), the escaped one included: it is somebody's intent too. */
function holdsVariable(value: unknown): boolean {
  return typeof value === 'string' && /\$\{[A-Z_][A-Z0-9_]*\}/.test(value);
}

function editRefusal(path: string, failure: Extract<ReturnType<typeof changeFile>, { readonly ok: false }>): CacheRefusal {
  const { reason, path: at, line } = failure;
  return reason === 'include' ? { code: 'include', path, files: [], at } : { code: 'edit', path, problem: reason, at, line };
}
