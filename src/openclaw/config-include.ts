import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { partLimitBytes, type HostFiles } from './host-files.ts';
import { isJsonObject, valueAt } from './json-object.ts';
import { parseJson5Value } from './json-text.ts';
import type { JsonObject, ReadProblem } from './snapshot.ts';

/** What can be wrong with an include; the `message` of a problem of kind `include`. */
export type IncludeFault = 'outside' | 'missing' | 'circular' | 'too-deep' | 'not-text' | 'siblings' | 'unreadable' | 'syntax';

export type IncludeResult =
  | { readonly ok: true; readonly value: JsonObject; readonly includes: readonly string[] }
  | { readonly ok: false; readonly problem: ReadProblem };

/** How many files deep includes may go (2026.2.24, section 1.8). */
const includeDepthLimit = 10;

/** Merging would let these reach a prototype somewhere later; OpenClaw drops them too. */
const blockedKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** Ends a walk through nested values; never leaves this file. */
class IncludeError extends Error {
  readonly problem: ReadProblem;

  constructor(path: string, message: IncludeFault) {
    super(message);
    this.problem = { kind: 'include', path, message };
  }
}

interface Walk {
  readonly root: string;
  readonly realRoot: string;
  readonly files: HostFiles;
  readonly includes: string[];
}

/**
 * Replaces every `$include` of a config by the content of the files it names, by the rules of 2026.2.24 (section 1.8):
 * any level, one path or several; what stands beside it is merged over it; arrays are joined; 10 files deep; no circles;
 * every file inside the directory of the config, links followed.
 *
 * @param configPath absolute path of the file that `written` came from.
 */
export async function resolveIncludes(written: JsonObject, configPath: string, files: HostFiles): Promise<IncludeResult> {
  // Most configs are one file: nothing is copied, and the disk is not asked.
  if (!mentionsInclude(written)) return { ok: true, value: written, includes: [] };
  const root = dirname(configPath);
  const walk: Walk = { root, realRoot: (await files.realPath(root)) ?? root, files, includes: [] };
  try {
    const value = await replace(written, [configPath], walk);
    if (!isJsonObject(value)) return { ok: false, problem: { kind: 'shape', message: 'not-an-object' } };
    return { ok: true, value, includes: walk.includes };
  } catch (error) {
    if (error instanceof IncludeError) return { ok: false, problem: error.problem };
    throw error;
  }
}

function mentionsInclude(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, '$include') || Object.values(value).some(mentionsInclude);
}

/** @param chain the files being read, outermost first. */
async function replace(value: unknown, chain: readonly string[], walk: Walk): Promise<unknown> {
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value) items.push(await replace(item, chain, walk));
    return items;
  }
  if (!isJsonObject(value)) return value;
  const included = Object.hasOwn(value, '$include') ? await includeAll(valueAt(value, '$include'), chain, walk) : null;
  const beside: [string, unknown][] = [];
  for (const [key, member] of Object.entries(value)) if (key !== '$include') beside.push([key, await replace(member, chain, walk)]);
  if (!Object.hasOwn(value, '$include')) return Object.fromEntries(beside);
  if (beside.length === 0) return included;
  if (!isJsonObject(included)) throw new IncludeError(chain.at(-1) ?? walk.root, 'siblings');
  return deepMerge(included, Object.fromEntries(beside));
}

async function includeAll(written: unknown, chain: readonly string[], walk: Walk): Promise<unknown> {
  if (!Array.isArray(written)) return includeOne(written, chain, walk);
  let merged: unknown = {};
  for (const one of written) merged = deepMerge(merged, await includeOne(one, chain, walk));
  return merged;
}

async function includeOne(written: unknown, chain: readonly string[], walk: Walk): Promise<unknown> {
  const current = chain.at(-1) ?? walk.root;
  if (typeof written !== 'string') throw new IncludeError(current, 'not-text');
  const path = resolve(dirname(current), written);
  if (!isInside(path, walk.root)) throw new IncludeError(path, 'outside');
  if (chain.includes(path)) throw new IncludeError(path, 'circular');
  if (chain.length > includeDepthLimit) throw new IncludeError(path, 'too-deep');
  const real = await walk.files.realPath(path);
  if (real !== null && !isInside(real, walk.realRoot)) throw new IncludeError(path, 'outside');
  const content = await readIncluded(path, walk);
  if (!walk.includes.includes(path)) walk.includes.push(path);
  return replace(content, [...chain, path], walk);
}

/** An included file may hold anything, a list of agents too. */
async function readIncluded(path: string, walk: Walk): Promise<unknown> {
  const reading = await walk.files.readText(path, partLimitBytes);
  if (!reading.ok) throw new IncludeError(path, reading.missing ? 'missing' : 'unreadable');
  const parsed = parseJson5Value(reading.image.text.reveal());
  if (parsed === null) throw new IncludeError(path, 'syntax');
  return parsed.value;
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && !isAbsolute(way) && way !== '..' && !join(way, sep).startsWith(`..${sep}`);
}

/** Objects key by key, arrays joined, anything else replaced by what is merged over it. */
function deepMerge(under: unknown, over: unknown): unknown {
  if (Array.isArray(under) && Array.isArray(over)) return [...under, ...over];
  if (!isJsonObject(under) || !isJsonObject(over)) return over;
  const merged = new Map(Object.entries(under));
  for (const [key, value] of Object.entries(over)) {
    if (!blockedKeys.has(key)) merged.set(key, merged.has(key) ? deepMerge(merged.get(key), value) : value);
  }
  return Object.fromEntries(merged);
}
