// What answers the plain commands has both languages, and only those of their sentences that something there speaks: to
// read all of them takes longer than a plain command may take as a whole.
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const shared = "import { words } from './spoken.ts';";

/** Every file that takes its sentences from the table of the spoken language takes them one by one instead. */
export const sentencesOneByOne = (languages) => ({
  name: 'sentences one by one',
  setup: (plugins) =>
    plugins.onLoad({ filter: /\/src\/words\/[\w-]+\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (!text.includes(shared)) return null;
      const directory = dirname(path);
      const tables = Object.fromEntries(await Promise.all(languages.map(async (language) => [language, await tablesOf(directory, language)])));
      const areas = new Set();
      const contents = text.replace(/export const \{([^}]*)\} = words\.(\w+);/g, (_statement, names, area) => {
        areas.add(area);
        const found = names.split(',').map((name) => name.trim()).filter((name) => name !== '');
        return found.map((name) => `export const ${name} = /* @__PURE__ */ inSpoken({ ${languages.map((language) => `${language}: ${language}_${area}.${name}`).join(', ')} });`).join('\n');
      });
      const imports = Array.from(areas).flatMap((area) => languages.map((language) => `import * as ${language}_${area} from '${tables[language].get(area)}';`));
      const choice = "import { spokenLanguage } from './language.ts';\nfunction inSpoken(all) { return all[spokenLanguage()]; }";
      return { contents: contents.replace(shared, [...imports, choice].join('\n')), loader: 'ts', resolveDir: directory };
    }),
});

/** What a language speaks about, and the file of it, seen from the words' own directory. */
async function tablesOf(directory, language) {
  const text = await readFile(`${directory}/${language}/words.ts`, 'utf8');
  return new Map(Array.from(text.matchAll(/export \* as (\w+) from '(\.[^']+)'/g), ([, name, file]) => [name, file.startsWith('../') ? `./${file.slice(3)}` : `./${language}/${file.slice(2)}`]));
}
