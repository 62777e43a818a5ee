import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { runProgram } from '../../src/openclaw-program/run-program.ts';
import { Secret } from '../../src/terminal/secret.ts';
import { nodeVersion, type Release } from './releases.ts';

/** An OpenClaw that is installed in the cache. */
export interface InstalledRelease {
  readonly release: Release;
  /** Directory with `openclaw` and the `node` that it needs, for PATH. */
  readonly bin: string;
}

const gigabyte = 1024 ** 3;

/** A release with its packages takes up to 0.9 GB. */
const neededBytes = 2 * gigabyte;

const installDeadlineMs = 15 * 60_000;

/** Where releases are kept between runs: outside of the repository, because they are large. */
export function cacheDirectory(): string {
  const own = process.env['CLAWDIAL_OPENCLAW_CACHE'] ?? '';
  if (own !== '') return own;
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'clawdial-openclaw');
}

/**
 * Gives a release from the cache, installed from npm the first time. Install scripts do not run. One at a time: an
 * install takes minutes of disk and processor.
 *
 * @throws Error that says why it cannot be installed
 */
export async function installRelease(release: Release, say: (line: string) => void): Promise<InstalledRelease> {
  const place = join(cacheDirectory(), release.version);
  const bin = join(place, 'node_modules', '.bin');
  if (await isComplete(place, release)) return { release, bin };
  say(`Installing OpenClaw ${release.version} into ${place} …`);
  await rm(join(place, 'node_modules'), { recursive: true, force: true });
  await mkdir(place, { recursive: true });
  await refuseFullDisk(place);
  const { dependencies, overrides } = release;
  const manifest = {
    name: 'real-openclaw',
    private: true,
    dependencies: { openclaw: release.version, [nodePackage()]: nodeVersion, ...dependencies },
    overrides,
  };
  await writeFile(join(place, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await npmInstall(place);
  if (!(await isComplete(place, release))) throw new Error(`npm installed something else than OpenClaw ${release.version} in ${place}`);
  return { release, bin };
}

async function npmInstall(place: string): Promise<void> {
  const { outcome, stderr } = await runProgram({
    program: npmProgram(),
    argv: ['install', '--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund', '--loglevel=error'],
    // npm's own settings are the user's: a registry of the company, a proxy.
    environment: new Map(Object.entries(process.env).flatMap(([name, value]) => (value === undefined || name.startsWith('npm_') ? [] : [[name, new Secret(value)]]))),
    workingDirectory: place,
    input: null,
    deadlineMs: installDeadlineMs,
  });
  if (outcome.by !== 'exit' || outcome.code !== 0) throw new Error(`npm could not install into ${place}: ${JSON.stringify(outcome)}\n${stderr.slice(-2000)}`);
}

/** The npm on PATH, else the one beside this Node. */
function npmProgram(): string {
  const directories = [...(process.env['PATH'] ?? '').split(delimiter), dirname(process.execPath)];
  const found = directories.map((directory) => join(directory, 'npm')).find((path) => existsSync(path));
  if (found === undefined) throw new Error('npm is not on PATH');
  return found;
}

/** The npm package that holds a Node for this machine. */
function nodePackage(): string {
  return `node-${process.platform === 'darwin' ? 'darwin' : 'linux'}-${process.arch}`;
}

async function isComplete(place: string, { version }: Release): Promise<boolean> {
  const installed = await readFile(join(place, 'node_modules', 'openclaw', 'package.json'), 'utf8').catch(() => '{}');
  const manifest: unknown = JSON.parse(installed);
  const matches = typeof manifest === 'object' && manifest !== null && 'version' in manifest && manifest.version === version;
  return matches && existsSync(join(place, 'node_modules', '.bin', 'openclaw')) && existsSync(join(place, 'node_modules', '.bin', 'node'));
}

async function refuseFullDisk(place: string): Promise<void> {
  const { bavail, bsize } = await statfs(place);
  if (bavail * bsize < neededBytes) throw new Error(`${place} has less than ${neededBytes / gigabyte} GB free`);
}
