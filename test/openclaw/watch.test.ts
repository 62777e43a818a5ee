import { appendFile, mkdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { snapshotPaths, watchInstallation, type InstallationWatch, type WatchOptions } from '../../src/openclaw/watch.ts';
import { writeStateDatabase, type StoreContent } from '../support/databases.ts';
import { apiKey, apiKeyHome, makeHome, threeAgentsHome, type TestHome } from '../support/homes.ts';
import { quickest } from '../support/quickest.ts';
import { readHome } from '../support/read.ts';

let home: TestHome;
let watch: InstallationWatch | null = null;

beforeEach(async () => {
  home = await makeHome(threeAgentsHome);
});

afterEach(async () => {
  watch?.close();
  watch = null;
  await home.dispose();
});

interface Heard {
  readonly count: () => number;
  /** Waits for the next change; gives the time it took in ms. */
  readonly next: () => Promise<number>;
}

/** Never polls in these tests unless a test asks for it: what is heard was watched. */
const watchedOnly: WatchOptions = { pollMs: 3_600_000, safetyPollMs: 3_600_000 };

async function listen(options: WatchOptions = watchedOnly): Promise<Heard> {
  const snapshot = await readHome(home.host(), 1);
  let count = 0;
  let taken = 0;
  let tell = (): void => undefined;
  watch = watchInstallation(snapshot.installation, snapshotPaths(snapshot), () => {
    count += 1;
    tell();
  }, options);
  const next = (): Promise<number> => {
    const started = performance.now();
    return new Promise((resolve) => {
      tell = () => {
        if (count <= taken) return;
        taken = count;
        resolve(performance.now() - started);
      };
      tell();
    });
  };
  return { count: () => count, next };
}

const storePath = (agent: string): string => join(home.stateDir, 'agents', agent, 'agent', 'auth-profiles.json');
const unwatchable: WatchOptions = {
  pollMs: 30,
  watchDirectory: () => {
    throw new Error('no space left for watches');
  },
};

describe('a change is heard', () => {
  it('within 150 ms, for the config and every store, edited in place or replaced', async () => {
    const heard = await listen();
    const after = (change: () => Promise<void>): Promise<number> => quickest(150, async () => (await change(), heard.next()));
    for (const agent of ['main', 'research', 'alerts']) {
      expect(await after(() => appendFile(storePath(agent), ' '))).toBeLessThan(150);
    }
    const replace = async (): Promise<void> => {
      await writeFile(`${storePath('main')}.new`, '{}');
      await rename(`${storePath('main')}.new`, storePath('main'));
    };
    expect(await after(replace)).toBeLessThan(150);
    expect(await after(() => appendFile(join(home.stateDir, 'openclaw.json'), '\n'))).toBeLessThan(150);
  });

  it.each<readonly [string, () => Promise<void>]>([
    ['written', () => appendFile(storePath('alerts'), ' ')],
    ['removed', () => rm(storePath('alerts'))],
    ['made', () => mkdir(join(home.stateDir, 'agents', 'later'))],
  ])('when it was %s after the files were read and before they were watched', async (_how, change) => {
    const since = Date.now();
    await change();
    const heard = await listen({ ...watchedOnly, since });
    await heard.next();
    expect(heard.count()).toBe(1);
  });

  it('once, when nothing came in between', async () => {
    const heard = await listen({ ...watchedOnly, since: Date.now() + 60_000 });
    await appendFile(storePath('alerts'), ' ');
    await heard.next();
    expect(heard.count()).toBe(1);
  });

  it('when a file appears, in a directory that was not there', async () => {
    await home.dispose();
    home = await makeHome();
    const heard = await listen();
    await home.write('.openclaw/openclaw.json', {});
    await heard.next();
    await home.write('.openclaw/agents/main/agent/auth-profiles.json', {});
    await heard.next();
    await appendFile(storePath('main'), ' ');
    await heard.next();
  });

  it('when its directory is removed, and made again', async () => {
    const heard = await listen();
    for (let round = 0; round < 3; round += 1) {
      await rm(join(home.stateDir, 'agents', 'alerts'), { recursive: true });
      await heard.next();
      await mkdir(join(home.stateDir, 'agents', 'alerts', 'agent'), { recursive: true });
      await writeFile(storePath('alerts'), `{"round":${round}}`);
      await heard.next();
      await appendFile(storePath('alerts'), ' ');
      await heard.next();
    }
  });

  it('when the whole state directory is moved away and back', async () => {
    const heard = await listen();
    await rename(home.stateDir, `${home.stateDir}.away`);
    await heard.next();
    await rename(`${home.stateDir}.away`, home.stateDir);
    await heard.next();
    await appendFile(storePath('main'), ' ');
    await heard.next();
  });

  it('in the file that a link leads to', async () => {
    const target = await home.write('elsewhere/store.json', {});
    await rm(storePath('main'));
    await symlink(target, storePath('main'));
    const heard = await listen();
    await appendFile(target, ' ');
    await heard.next();
  });

  it('where directories cannot be watched', async () => {
    const heard = await listen(unwatchable);
    await appendFile(storePath('research'), ' ');
    await heard.next();
    await rm(storePath('research'));
    await heard.next();
  });

  it('where a watch never reports anything', async () => {
    const silent: WatchOptions = { safetyPollMs: 40, watchDirectory: () => ({ onEnd: () => undefined, close: () => undefined }) };
    const heard = await listen(silent);
    await appendFile(storePath('main'), ' ');
    await heard.next();
  });

  it('after a watch ended by itself', async () => {
    let end = (): void => undefined;
    let started = 0;
    const ending: WatchOptions = {
      ...watchedOnly,
      pollMs: 30,
      watchDirectory: () => {
        started += 1;
        if (started > 4) throw new Error('no more');
        return { onEnd: (handler) => void (end = handler), close: () => undefined };
      },
    };
    const heard = await listen(ending);
    end();
    await appendFile(storePath('main'), ' ');
    await heard.next();
  });
});

describe('nothing is heard', () => {
  it('of locks and other files beside the stores', async () => {
    const heard = await listen();
    await writeFile(`${storePath('main')}.lock`, '{}');
    await rm(`${storePath('main')}.lock`);
    await writeFile(join(home.stateDir, 'other.log'), 'x');
    await appendFile(storePath('main'), ' ');
    await heard.next();
    expect(heard.count()).toBe(1);
  });

  it('twice of one burst, but always its last state', async () => {
    const heard = await listen();
    for (let write = 0; write < 50; write += 1) await appendFile(storePath('main'), ' ');
    await heard.next();
    await utimes(storePath('main'), 1, 1);
    await heard.next();
    expect(heard.count()).toBeLessThan(25);
  });

  it('after it was closed', async () => {
    const heard = await listen();
    watch?.close();
    await appendFile(storePath('main'), ' ');
    const other = await listen();
    await appendFile(storePath('main'), ' ');
    await other.next();
    expect(heard.count()).toBe(0);
  });
});

it('watches every file that went into the snapshot', async () => {
  await home.dispose();
  home = await makeHome({ ...apiKeyHome, config: { $include: './more.json' }, files: { '.openclaw/more.json': '{ agents: { list: [{ id: "x", agentDir: "~/x" }] } }', '.env': 'ANTHROPIC_API_KEY=sk-ant-made-up' } });
  const paths = snapshotPaths(await readHome(home.host(), 1));
  for (const path of ['.openclaw/openclaw.json', '.openclaw/more.json', '.openclaw/.env', '.env', 'x/auth-profiles.json', '.openclaw/agents/main/agent/auth-profiles.json']) {
    expect(paths).toContain(join(home.home, path));
  }
});

describe('beside a database', () => {
  it('a commit that stands in the log alone is told, and read', async () => {
    const { stateDir } = home;
    const stored = (letter: string): StoreContent => ({ profiles: { 'anthropic:default': { type: 'api_key', provider: 'anthropic', key: apiKey(letter) } } });
    await rm(join(stateDir, 'agents'), { recursive: true });
    await home.write('.openclaw/openclaw.json', { meta: { lastTouchedVersion: '2026.9.6' } });
    const gateway = new DatabaseSync(await writeStateDatabase(stateDir, stored('a')));
    try {
      gateway.exec('PRAGMA journal_mode = wal');
      const heard = await listen();
      gateway.prepare("UPDATE config_machine_state SET value_json = replace(value_json, ?, ?) WHERE state_key = 'authProfiles.store'").run(apiKey('a'), apiKey('b'));
      await heard.next();
      const snapshot = await readHome(home.host(), 1);
      expect(snapshot.sharedStore.state === 'read' && snapshot.sharedStore.store.profiles.get('anthropic:default')?.secret?.reveal()).toBe(apiKey('b'));
      // Our own reading is no change.
      expect(heard.count()).toBe(1);
    } finally {
      gateway.close();
    }
  });

  it('an old store that appears beside it is told', async () => {
    await rm(join(home.stateDir, 'agents'), { recursive: true });
    await home.write('.openclaw/openclaw.json', { meta: { lastTouchedVersion: '2026.9.6' } });
    await writeStateDatabase(home.stateDir, null);
    const heard = await listen();
    await home.write('.openclaw/agents/main/agent/auth-profiles.json', '{}');
    await heard.next();
    expect(snapshotPaths(await readHome(home.host(), 1))).toContain(storePath('main'));
  });
});
