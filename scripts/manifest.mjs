// What is published needs no build, no tests and no pinned Node: `prepack` takes those parts out of package.json for the
// moment of packing, `postpack` puts the whole text back. Without this, installing the tarball would warn about scripts.
import { copyFile, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const manifest = fileURLToPath(new URL('../package.json', import.meta.url));
const whole = `${manifest}.whole`;

if (process.argv[2] === 'publish') {
  await copyFile(manifest, whole);
  const { scripts: _scripts, devDependencies: _devDependencies, workspaces: _workspaces, allowScripts: _allowScripts, ...published } = JSON.parse(await readFile(manifest, 'utf8'));
  await writeFile(manifest, `${JSON.stringify(published, null, 2)}\n`);
} else {
  await rename(whole, manifest);
}
