/**
 * A model of OpenClaw 2026.2.24 as it writes its store most of the time: read, parse (again when torn), change one thing,
 * truncate and write in place, without a lock and without sync. argv: FILE ROUNDS THINK_MS PAUSE_MS
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const [path = '', rounds = '0', thinkMs = '1', pauseMs = '6'] = process.argv.slice(2);

interface Store {
  usageStats?: Record<string, unknown>;
}

async function read(): Promise<Store> {
  for (;;) {
    try {
      return JSON.parse(readFileSync(path, 'utf8')) as Store;
    } catch {
      await sleep(1);
    }
  }
}

for (let round = 0; round < Number(rounds); round += 1) {
  const store = await read();
  store.usageStats = { ...store.usageStats, [`theirs-${round}`]: { lastUsed: round } };
  await sleep(Number(thinkMs));
  writeFileSync(path, JSON.stringify(store, null, 2));
  await sleep(Number(pauseMs) * (0.7 + Math.random() * 0.6));
}
