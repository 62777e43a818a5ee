// Some packages do, whenever they are loaded, what takes longer than the rest of a first frame: they are built in a form
// that does the same later, or in another way. A version that is written otherwise ends the build.
import { readFile } from 'node:fs/promises';

/**
 * Yoga's WebAssembly is fetched from a `data:` address, for which Node loads its whole HTTP client, and it comes when it
 * comes; here it is a file beside the program that is read at once.
 *
 * @param keep takes the name and the bytes of that file
 */
export const yogaBeside = (keep) => ({
  name: 'Yoga without fetch',
  setup: (plugins) => {
    plugins.onResolve({ filter: /^\.\/yoga\.wasm$/ }, ({ path }) => ({ path, external: true }));
    plugins.onLoad({ filter: /\/yoga-layout\/dist\/binaries\/yoga-wasm-base64-esm\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const [, data] = once(path, text.match(/"data:application\/octet-stream;base64,([^"]+)"/));
      once(path, text.match(/import\.meta\.url/));
      keep('yoga.wasm', Buffer.from(data, 'base64'));
      return { contents: text.replace(data, '').replace('import.meta.url', "''") };
    });
    plugins.onLoad({ filter: /\/yoga-layout\/dist\/src\/index\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const [statement] = once(path, text.match(/const Yoga = wrapAssembly\(await loadYoga\(\)\);/));
      const atOnce = `
        const assembly = {
          instantiateWasm(imports, done) {
            const wasm = require('node:fs').readFileSync(require.resolve('./yoga.wasm'));
            const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm), imports);
            done(instance);
            return instance.exports;
          },
        };
        loadYoga(assembly);
        const Yoga = wrapAssembly(assembly);`;
      return { contents: text.replace(statement, atOnce) };
    });
  },
});

/** What Ink does while it loads when DEV is set, for those who develop with its packages: it waits, which a CommonJS file cannot. */
export const withoutDevtools = {
  name: 'Ink without its devtools',
  setup: (plugins) =>
    plugins.onLoad({ filter: /\/ink\/build\/reconciler\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const asked = "if (process.env['DEV'] === 'true') {";
      once(path, text.split(asked).length === 3 ? asked : null);
      once(path, text.match(/await import\('\.\/devtools\.js'\)/));
      once(path, text.match(/await loadPackageJson\(\)/));
      return { contents: text.replaceAll(asked, 'if (false) {').replace("await import('./devtools.js')", '').replace('await loadPackageJson()', '{}') };
    }),
};

/**
 * Signs of ours and letters beside ASCII that take one cell each, alone and beside each other: none of them is an emoji, a
 * mark or wide (Unicode 17, East Asian Width and Emoji_Presentation).
 */
export const narrow = String.raw`\u0020-\u007E\u00A1-\u00AC\u00AE-\u024F\u2010-\u2027\u2030-\u205E\u2190-\u21FF\u2500-\u259F\u25A0-\u25FC\u2713\u2717\u276F`;

/** `string-width` has a pattern of every emoji there is, which V8 works out as soon as it reads it. */
export const quickStringWidth = {
  name: 'widths with the tables of Unicode on demand',
  setup: (plugins) =>
    plugins.onLoad({ filter: /\/string-width\/index\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const declaration = /^const (\w+Regex) = \/(.+)\/(\w*);$/gm;
      const names = Array.from(text.matchAll(declaration), ([, name]) => name);
      once(path, names.length === 5 ? names : null);
      once(path, text.match(/if \(\/\^\[\\u0020-\\u007E\]\*\$\/\.test\(string\)\)/));
      once(path, text.match(/^const segmenter = new Intl\.Segmenter\(\);$/m));
      const contents = text
        .replaceAll(new RegExp(`(?<!const )\\b(${names.join('|')})\\b`, 'g'), '$1()')
        .replaceAll(declaration, (_line, name, pattern, flags) => onDemand(name, `new RegExp(${JSON.stringify(pattern)}, '${flags}')`))
        .replace('of segmenter.segment(', 'of segmenter().segment(')
        .replace('const segmenter = new Intl.Segmenter();', onDemand('segmenter', 'new Intl.Segmenter()'))
        .replace(String.raw`[\u0020-\u007E]*$`, `[${narrow}]*$`);
      return { contents };
    }),
};

/**
 * Ink's packages take every text apart by `Intl.Segmenter`, the first of which takes a third of the time that Node takes to start.
 * Of a text of narrow signs and escape codes each unit is a grapheme by itself, as none of them joins with another.
 */
export const quickSegments = {
  name: 'graphemes of plain text without Intl',
  setup: (plugins) =>
    plugins.onLoad({ filter: /\/(?:ink\/build\/line-update|wrap-ansi\/index|slice-ansi\/tokenize-ansi|ansi-tokenize\/build\/tokenize)\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const [statement, name, options] = once(path, text.match(/^const (\w+) = new Intl\.Segmenter\((.*)\);$/m));
      const contents = text.replace(
        statement,
        () => `
          ${onDemand('intlSegmenter', `new Intl.Segmenter(${options})`)}
          const segmentAt = (input, index) => (index < input.length ? { segment: input[index], index, input } : undefined);
          const plainSegments = (input) => ({
            *[Symbol.iterator]() { for (let index = 0; index < input.length; index += 1) yield segmentAt(input, index); },
            containing: (index = 0) => segmentAt(input, index),
          });
          const ${name} = { segment: (input) => (/^[\\u001B${narrow}]*$/.test(input) ? plainSegments(input) : intlSegmenter().segment(input)) };`,
      );
      return { contents };
    }),
};

/** Ink asks of every sign that it draws whether it is invisible, by a pattern with a table of Unicode. None of the narrow signs is. */
export const quickInvisible = {
  name: 'invisible signs on demand',
  setup: (plugins) =>
    plugins.onLoad({ filter: /\/ink\/build\/output\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const [asked, pattern] = once(path, text.match(/!\/(\^\\p\{Default_Ignorable_Code_Point\}\+\$)\/u\.test\(character\.value\)/));
      const contents = `${text.replace(asked, () => '(isNarrow.test(character.value) || !invisible().test(character.value))')}
        const isNarrow = /^[${narrow}]$/;
        ${onDemand('invisible', `new RegExp(${JSON.stringify(pattern)}, 'u')`)}`;
      return { contents };
    }),
};

/**
 * Node's own modules of which a first frame needs nothing, though what needs them is there already: each is loaded when
 * something of it is asked for. Together they take a quarter of the time that Node takes to start.
 */
export const nodeOnDemand = (names) => ({
  name: 'modules of Node on demand',
  setup: (plugins) => {
    const filter = new RegExp(`^(?:node:)?(?:${names.join('|')})$`);
    plugins.onResolve({ filter }, ({ path, namespace }) => {
      const name = `node:${path.replace('node:', '')}`;
      return namespace === 'on-demand' ? { path: name, external: true } : { path: name, namespace: 'on-demand' };
    });
    plugins.onLoad({ filter: /./, namespace: 'on-demand' }, async ({ path }) => {
      const keys = Object.keys(await import(path)).filter((key) => key !== 'default');
      const contents = `for (const key of ${JSON.stringify(keys)}) Object.defineProperty(exports, key, { enumerable: true, get: () => require('${path}')[key] });`;
      return { contents, loader: 'js' };
    });
  },
});

function onDemand(name, value) {
  return `let ${name}Made;\nconst ${name} = () => (${name}Made ??= ${value});`;
}

function once(path, found) {
  if (found === null) throw new Error(`${path} is written otherwise than it was: look at scripts/quick-start.mjs`);
  return found;
}
