// A door speaks one language, and only those of its sentences are kept that something there speaks: to read all of them
// takes longer than a plain command may take as a whole.
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const shared = "import { words } from './spoken.ts';";

/** Every file that takes its sentences from the spoken language takes them from this one instead. */
export const wordsIn = (language) => ({
  name: `words in ${language}`,
  setup: (plugins) =>
    plugins.onLoad({ filter: /\/src\/words\/[\w-]+\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (!text.includes(shared)) return null;
      const directory = dirname(path);
      const tables = await tablesOf(directory, language);
      const contents = text
        .replace(shared, '')
        .replace(/export const (\{[^}]*\}) = words\.(\w+);/g, (_statement, names, table) => `export ${names} from '${tables.get(table)}';`);
      return { contents, loader: 'ts', resolveDir: directory };
    }),
});

/** What a language speaks about, and the file of it, seen from the words' own directory. */
async function tablesOf(directory, language) {
  const text = await readFile(`${directory}/${language}/words.ts`, 'utf8');
  return new Map(Array.from(text.matchAll(/export \* as (\w+) from '(\.[^']+)'/g), ([, name, file]) => [name, file.startsWith('../') ? `./${file.slice(3)}` : `./${language}/${file.slice(2)}`]));
}
