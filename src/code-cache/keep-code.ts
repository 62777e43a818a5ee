import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { resetEngine, suitEngineToScreens } from '../terminal/engine-settings.ts';
import { isOurs, isOursAlone } from './ownership.ts';
import { codeEnding, codeFile, type CodeCachePlace } from './place.ts';

/** More than a person uses of two versions; 2 MB each at most. */
const mostFiles = 24;

/**
 * Keeps compiled code for the next start. It never fails: where it cannot be kept, the next start takes as long as this one.
 *
 * V8 does not check the bytes of the code that it takes, so they are on the disk before they have their name: after a power
 * cut there is either all of it or nothing.
 *
 * @param code asked for where it can be kept, as it takes V8 some time
 * @param goesOn whether there is a screen that stays open
 */
export async function keepCode(place: CodeCachePlace, name: string, code: () => Uint8Array, goesOn: boolean): Promise<void> {
  const beside = codeFile(place, `${name}.${process.pid}`);
  try {
    if (!(await hasDirectory(place))) return;
    await writeWhole(beside, () => underFirstSettings(code, goesOn));
    await rename(beside, codeFile(place, name));
    await makeRoom(place.directory);
  } catch {
    await rm(beside, { force: true }).catch(ignore);
  }
}

/** Makes the directory where it is missing, and nothing in the home of another user. @returns whether it is there, and ours alone */
async function hasDirectory({ parent, directory }: CodeCachePlace): Promise<boolean> {
  const user = process.geteuid?.();
  // One by one: making a whole path never ends under /proc (Node 24).
  for (const path of [parent, directory]) {
    if (isOurs(await stat(dirname(path)), user)) await mkdir(path, { mode: 0o700 }).catch(ignore);
  }
  return isOursAlone(await stat(directory), user);
}

/** V8 writes its settings into the code, and under others it is refused at the next start; a screen has changed some. */
function underFirstSettings(code: () => Uint8Array, goesOn: boolean): Uint8Array {
  resetEngine();
  const made = code();
  if (goesOn) suitEngineToScreens();
  return made;
}

async function writeWhole(path: string, code: () => Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(code());
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Removes what was kept longest ago, also what a process left that was ended while it wrote. */
async function makeRoom(directory: string): Promise<void> {
  const paths = (await readdir(directory)).filter((name) => name.endsWith(codeEnding)).map((name) => join(directory, name));
  if (paths.length <= mostFiles) return;
  const dated = await Promise.all(paths.map(async (path) => ({ path, at: (await stat(path)).mtimeMs })));
  const oldest = dated.toSorted((one, other) => one.at - other.at).slice(0, paths.length - mostFiles);
  for (const { path } of oldest) await rm(path, { force: true });
}

function ignore(): void {
  // A cache is never worth a refusal.
}
