import { readdir, readFile, readlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { RealHome } from './real-openclaw.ts';

/** Files in which a credential may stand: the stores themselves, and the copy that is kept of the one before. */
const storeNames = /^(?:auth-profiles\.json(?:\.clawdial-backup-[\w-]+)?|openclaw(?:-agent)?\.sqlite(?:-wal|-shm)?)$/;

/** A file outside of the stores that holds one of the credentials, or a process that still runs in the home; else null. */
export async function firstLeftover(home: RealHome, secrets: readonly string[]): Promise<string | null> {
  return (await leakedInto(home.home, secrets)) ?? (await runningIn(home.home));
}

async function leakedInto(directory: string, secrets: readonly string[]): Promise<string | null> {
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || storeNames.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    if (secrets.some((secret) => bytes.includes(secret))) return `a credential stands in ${path}`;
  }
  return null;
}

/** Linux only; elsewhere no process is found. */
async function runningIn(home: string): Promise<string | null> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  for (const pid of pids) {
    const environment = await readFile(join('/proc', pid, 'environ'), 'utf8').catch(() => '');
    if (!environment.split('\0').includes(`HOME=${home}`)) continue;
    const program = await readlink(join('/proc', pid, 'exe')).catch(() => 'a program');
    return `${basename(program)} (process ${pid}) still runs`;
  }
  return null;
}
