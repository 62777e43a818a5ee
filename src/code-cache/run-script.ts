import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { codeFile, codeCachePlace } from './place.ts';
import { readCode } from './read-code.ts';

/** One file of the program, and what of it is kept. */
export interface ProgramFile {
  /** Its text is one function of `(exports, require, module)`, in ASCII. */
  readonly path: string;
  /** What is kept has this name: starts that run other parts of the file keep other code. */
  readonly part: string;
  /** Of the text; V8 itself compares no more than its length. */
  readonly build: string;
}

/** In ms. By then a screen has been drawn, and V8 has not yet given up the code that drew it. */
const keepAfterMs = 10_000;

/**
 * Runs a file of the program with the code that V8 compiled of it before, where that was kept and fits, and keeps it
 * otherwise. Half of the time until a first frame is reading and compiling, which this saves (`npm run bench`). Node
 * has such a cache of its own (`module.enableCompileCache`), but that leaves out every function that is compiled when it is
 * first called, which are nearly all: measured, it saves half as much. ES modules can have none, so the file is CommonJS.
 *
 * @param use what is wanted of the exports of the file; the code is kept once it ended, or after some seconds
 */
export async function runScript<T>({ path, part, build }: ProgramFile, load: NodeJS.Require, use: (exports: unknown) => Promise<T>): Promise<T> {
  const place = codeCachePlace(process.env);
  // V8 refuses the code of another version of it by itself; with the version in the name, two of them keep one each.
  const name = [part, process.version, process.arch, build].join('-');
  const cachedData = place === null ? undefined : readCode(codeFile(place, name));
  const script = new Script(readFileSync(path, 'latin1'), { filename: path, cachedData });
  let isKept = place === null || (cachedData !== undefined && script.cachedDataRejected === false);
  const keep = async (goesOn: boolean): Promise<void> => {
    if (place === null || isKept) return;
    isKept = true;
    const { keepCode } = await import('./keep-code.ts');
    await keepCode(place, name, () => script.createCachedData(), goesOn);
  };
  const timer = setTimeout(() => void keep(true), keepAfterMs).unref();
  const module = { exports: {} };
  script.runInThisContext()(module.exports, load, module);
  try {
    return await use(module.exports);
  } finally {
    clearTimeout(timer);
    await keep(false);
  }
}
