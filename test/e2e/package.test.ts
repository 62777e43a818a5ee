import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

let place: string;
let tarball: string;

function npm(args: readonly string[], cwd: string): ReturnType<typeof spawnSync> {
  // The npm that runs these tests leaves settings in the environment, which are not a user's.
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'));
  return spawnSync('npm', args, { cwd, encoding: 'utf8', env: { ...Object.fromEntries(own), npm_config_loglevel: 'warn' } });
}

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'clawdial-package-'));
  // A copy, because packing rewrites package.json for a moment and builds anew.
  const checkout = join(place, 'checkout');
  for (const name of ['package.json', '.npmrc', 'README.md', 'LICENSE', 'scripts', 'src', 'components', 'test/runtime']) {
    await cp(join(root, name), join(checkout, name), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(checkout, 'node_modules'));
  const packed = npm(['pack', '--silent', '--pack-destination', place], checkout);
  if (packed.status !== 0) throw new Error(String(packed.stderr));
  expect(JSON.parse(await readFile(join(checkout, 'package.json'), 'utf8'))).toEqual(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  const [name = ''] = (await readdir(place)).filter((entry) => entry.endsWith('.tgz'));
  tarball = join(place, name);
}, 60_000);

afterAll(() => rm(place, { recursive: true, force: true }));

describe('the published package', () => {
  it('is at most a megabyte to download, and 1.7 on disk beside the SDK', async () => {
    expect((await stat(tarball)).size).toBeLessThanOrEqual(1_000_000);
    const dist = join(place, 'checkout/dist');
    const files = (await readdir(dist)).filter((name) => name !== 'sdk.js');
    const own = await Promise.all(files.map((name) => readFile(join(dist, name), 'latin1')));
    expect(own.reduce((total, text) => total + text.length, 0)).toBeLessThanOrEqual(1_680_000);
    // What `conf` has for schemas and migrations.
    expect(own.filter((text) => /json-schema\.org/.test(text))).toEqual([]);
  });

  it('installs with npm i -g without a word about scripts, and runs', { timeout: 60_000 }, async () => {
    const prefix = join(place, 'global');
    const installed = npm(['install', '--global', '--prefix', prefix, '--offline', tarball], place);
    expect(installed).toMatchObject({ status: 0 });
    expect(String(installed.stderr)).not.toMatch(/script|deprecated/);
    const version = spawnSync(process.execPath, [join(prefix, 'bin/clawdial'), '--version'], { encoding: 'utf8' });
    expect(version).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
    // Bundled: it brings no other package, and no Node of its own.
    expect(await readdir(join(prefix, 'lib/node_modules'))).toEqual(['clawdial']);
    expect(await readdir(join(prefix, 'lib/node_modules/clawdial'))).toEqual(['LICENSE', 'README.md', 'dist', 'man', 'package.json']);
  });
});
