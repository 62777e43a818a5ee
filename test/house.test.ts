import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Floors from the top; a file may import from its own floor and from those below. */
const floors: readonly (readonly string[])[] = [
  ['src/cli.ts'],
  ['src/commands'],
  ['components'],
  ['src/rules', 'src/changes', 'src/anthropic', 'src/openclaw', 'src/openclaw-program', 'src/demo', 'src/preferences', 'src/code-cache'],
  ['src/terminal', 'src/words', 'src/program-version.ts'],
];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
  /** Loaded only when it is asked for. */
  readonly lazy: boolean;
}

function sourceFiles(directory: string): string[] {
  return readdirSync(join(root, directory), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(directory, name));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const statements = text.matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm);
  return Array.from(statements, ([, type, fixed, lazy]) => {
    const target = fixed ?? lazy ?? '';
    const to = target.startsWith('.') ? relative(root, resolve(root, file, '..', target)) : target;
    return { from: file, to, typeOnly: type !== undefined, lazy: lazy !== undefined };
  });
}

function floorOf(path: string): number {
  return floors.findIndex((rooms) => rooms.some((room) => path === room || path.startsWith(`${room}/`)));
}

/** Node's modules that only compute. */
const computing = new Set(['node:crypto', 'node:path', 'node:util']);

function isImpure(module: string): boolean {
  return (module.startsWith('node:') && !computing.has(module)) || /^(?:@anthropic-ai\/sdk|conf)\b/.test(module);
}

/** The files and all that they import as values. @param also what is loaded later counts too */
function reachable(start: readonly string[], also: 'lazy' | null = 'lazy'): ReadonlySet<string> {
  const seen = new Set(start);
  for (const file of seen) {
    for (const { from, to, typeOnly, lazy } of imports) {
      if (from === file && !typeOnly && (!lazy || also === 'lazy') && files.includes(to)) seen.add(to);
    }
  }
  return seen;
}

const files = [...sourceFiles('src'), ...sourceFiles('components')];
const imports = files.flatMap(importsOf);

describe('the house', () => {
  it('has a floor for every file', () => {
    expect(files.filter((file) => floorOf(file) === -1)).toEqual([]);
  });

  it('imports go down only', () => {
    const upward = imports.filter(({ from, to, typeOnly }) => {
      if (floorOf(to) === -1 || floorOf(to) >= floorOf(from)) return false;
      // Sentences speak about the types of the rooms above; a type leaves nothing behind in the program.
      return !(typeOnly && from.startsWith('src/words/'));
    });
    expect(upward).toEqual([]);
  });

  it('has no circles, of types neither: whoever reads a file can read what it rests on first', () => {
    const below = new Map(files.map((file) => [file, new Set(imports.filter(({ from, to }) => from === file && files.includes(to)).map(({ to }) => to))]));
    // Whatever rests on nothing that is left is taken away, until nothing is left, or only circles and what stands on them.
    for (let before = Number.POSITIVE_INFINITY; below.size < before; ) {
      before = below.size;
      for (const [file, rests] of below) if (![...rests].some((other) => below.has(other))) below.delete(file);
    }
    expect([...below.keys()]).toEqual([]);
  });

  it('has languages that load nothing which waits for the language', () => {
    const waiting = imports.filter(({ from, to, typeOnly }) => /^src\/words\/[a-z]{2}\//.test(from) && !typeOnly && /^src\/words\/[^/]+$/.test(to));
    expect(waiting).toEqual([]);
  });

  it('keeps rules and components pure, also by what they import: no file, no socket, no client, no clock', () => {
    const pure = reachable(files.filter((file) => file.startsWith('src/rules/') || file.startsWith('components/')));
    const impure = imports.filter(({ from, to }) => pure.has(from) && isImpure(to));
    const clocks = [...pure].filter((file) => /\bDate\.now\(|new Date\(\)/.test(readFileSync(join(root, file), 'utf8')));
    expect({ impure, clocks }).toEqual({ impure: [], clocks: [] });
  });

  it('shows text in one place only, which takes nothing but safe text', () => {
    const raw = imports.filter(({ from, to }) => {
      if (to !== 'ink' || from === 'components/parts/Text.tsx') return false;
      return /import \{[^}]*\bText\b[^}]*\} from 'ink'/.test(readFileSync(join(root, from), 'utf8'));
    });
    expect(raw).toEqual([]);
  });

  it('loads the screens, the SDK and the preferences only where a command asks for them', () => {
    const eager = imports.filter(
      ({ from, to }) => /^src\/(?:cli\.ts|commands\/program\.ts|commands\/onboard\/onboard\.ts|commands\/demo\.ts)/.test(from) && /^(?:ink|react|conf|@anthropic-ai)/.test(to),
    );
    expect(eager).toEqual([]);
  });

  it('needs neither Ink nor React to speak in lines', () => {
    const lines = reachable(files.filter((file) => /^(?:src\/commands|components)\/linear\//.test(file)), null);
    expect(imports.filter(({ from, to, typeOnly }) => lines.has(from) && !typeOnly && /^(?:ink|react)\b/.test(to))).toEqual([]);
  });

  it('names no path of a machine', () => {
    const named = files.filter((file) => /\/(?:work|root|home\/\w+|Users)\//.test(readFileSync(join(root, file), 'utf8')));
    expect(named).toEqual([]);
  });
});
