import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { isJsonObject } from '../../src/openclaw/json-object.ts';
import type { JsonObject } from '../../src/openclaw/snapshot.ts';

/** Reference material lies beside the checkout; a lone clone does not have it. */
const sharedDirectory = resolve(import.meta.dirname, '../../../shared');

/** False in a lone clone. Use as `describe.skipIf(!sharedPresent)`. */
export const sharedPresent = existsSync(join(sharedDirectory, 'homes')) && existsSync(join(sharedDirectory, 'oracle'));

if (!sharedPresent) {
  process.stderr.write('Skipped: tests against homes and answers of the real OpenClaw need ../shared beside the checkout.\n');
}

/** Where the homes were made; it stands in their text files. */
const recordedHome = '/home/operator';

export interface SharedHome {
  readonly home: string;
  readonly stateDir: string;
  readonly dispose: () => Promise<void>;
}

/** A copy of a home that the real OpenClaw wrote, in a temporary place, its paths corrected. */
export async function sharedHome(name: string): Promise<SharedHome> {
  const home = await realpath(await mkdtemp(join(tmpdir(), 'clawdial-home-')));
  await cp(join(sharedDirectory, 'homes', name), home, { recursive: true });
  for (const entry of await readdir(home, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || extname(path) === '.sqlite') continue;
    const text = await readFile(path, 'utf8');
    if (text.includes(recordedHome)) await writeFile(path, text.replaceAll(recordedHome, home));
  }
  return { home, stateDir: join(home, '.openclaw'), dispose: () => rm(home, { recursive: true, force: true }) };
}

/** The recorded answers of the real OpenClaw, case by case; empty in a lone clone. */
export function oracleCases(version: string, file: string): Promise<readonly (readonly [string, JsonObject])[]> {
  const path = join(sharedDirectory, 'oracle', version, file);
  if (!existsSync(path)) return Promise.resolve([]);
  return readFile(path, 'utf8').then((text) => {
    const cases: unknown = JSON.parse(text);
    if (!isJsonObject(cases)) throw new TypeError(`${path} holds no cases`);
    return Object.entries(cases).flatMap(([name, one]) => (isJsonObject(one) ? [[name, one] as const] : []));
  });
}

/** The recorded failures of a version: what stood in the store after each round; empty in a lone clone. */
export async function oracleRounds(version: string): Promise<readonly (readonly [string, readonly unknown[]])[]> {
  const path = join(sharedDirectory, 'oracle', version, 'failures.json');
  if (!existsSync(path)) return [];
  const cases: unknown = JSON.parse(await readFile(path, 'utf8'));
  return isJsonObject(cases) ? Object.entries(cases).map(([name, rounds]) => [name, Array.isArray(rounds) ? rounds : []]) : [];
}
