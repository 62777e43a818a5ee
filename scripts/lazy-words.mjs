// In the door only those sentences are kept that something there speaks, and only the spoken language makes them: all of
// them take longer to make than a plain command may take as a whole.
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const shared = "import { words } from './spoken.ts';";

export const lazyWords = {
  name: 'words on demand',
  setup: (plugins) =>
    plugins.onLoad({ filter: /\/src\/words\/[\w-]+\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (!text.includes(shared)) return null;
      const directory = dirname(path);
      const [english, dutch] = await Promise.all(['en', 'nl'].map((language) => tablesOf(directory, language)));
      const names = new Set(Array.from(text.matchAll(/\bwords\.(\w+)/g), ([, name]) => name));
      const getters = Array.from(names, (name) => `get ${name}() { return spokenLanguage() === 'nl' ? require('${dutch.get(name)}') : require('${english.get(name)}'); }`);
      const own = `import { spokenLanguage } from './language.ts';\nconst words = { ${getters.join(', ')} };`;
      return { contents: text.replace(shared, own), loader: 'ts', resolveDir: directory };
    }),
};

/** What a language speaks about, and the file of it, seen from the words' own directory. */
async function tablesOf(directory, language) {
  const text = await readFile(`${directory}/${language}/words.ts`, 'utf8');
  return new Map(Array.from(text.matchAll(/export \* as (\w+) from '(\.[^']+)'/g), ([, name, file]) => [name, file.startsWith('../') ? `./${file.slice(3)}` : `./${language}/${file.slice(2)}`]));
}
