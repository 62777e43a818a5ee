import { chmod, copyFile, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { localFiles } from '../../src/openclaw/local-files.ts';
import type { ReadProblem, StoreReading } from '../../src/openclaw/snapshot.ts';
import { readAgentDatabase } from '../../src/openclaw/stores/agent-database.ts';
import { writeAgentDatabase, type DatabaseForm, type StoreContent } from '../support/databases.ts';
import { apiKey, makeHome, type TestHome } from '../support/homes.ts';

let home: TestHome;
let agentDir: string;
let path: string;
const writers: DatabaseSync[] = [];

beforeEach(async () => {
  home = await makeHome();
  agentDir = join(home.stateDir, 'agents', 'main', 'agent');
  path = join(agentDir, 'openclaw-agent.sqlite');
});

afterEach(async () => {
  for (const writer of writers.splice(0)) writer.close();
  await home.dispose();
});

const one: StoreContent = {
  profiles: { 'anthropic:one': { type: 'api_key', provider: 'anthropic', key: apiKey('a') } },
  order: { anthropic: ['anthropic:one'] },
  usageStats: { 'anthropic:one': { cooldownUntil: 5, cooldownReason: 'rate_limit', cooldownModel: 'claude-opus-5' } },
};
const two = JSON.stringify({ version: 1, profiles: { 'anthropic:two': { type: 'api_key', provider: 'anthropic', key: apiKey('b') } } });

const made = (content: StoreContent | null = one, form: DatabaseForm = {}): Promise<string> => writeAgentDatabase(agentDir, content, form);
const reading = (): Promise<StoreReading> => readAgentDatabase(agentDir, { text: '2026.9.6', year: 2026, month: 9, patch: 6 }, localFiles);
const files = (): Promise<string[]> => readdir(agentDir).then((names) => names.toSorted());

/** Another program with the database open, as a gateway has it. */
function openWriter(journal: 'wal' | 'delete' = 'wal'): DatabaseSync {
  const writer = new DatabaseSync(path);
  writer.exec(`PRAGMA journal_mode = ${journal}`);
  writers.push(writer);
  return writer;
}

const write = (writer: DatabaseSync, text: string): unknown => writer.prepare("UPDATE auth_profile_store SET store_json = ? WHERE store_key = 'primary'").run(text);

async function idsIn(): Promise<readonly string[]> {
  const found = await reading();
  if (found.state !== 'read') throw new Error(`not read: ${JSON.stringify(found)}`);
  return [...found.store.profiles.keys()];
}

async function problem(): Promise<ReadProblem | null> {
  const found = await reading();
  return found.state === 'broken' ? found.problem : null;
}

describe('an agent database', () => {
  test.each(['wal', 'delete'] as const)('closed, journal %s: both rows are read, and nothing is left beside it', async (journal) => {
    await made(one, { journal });
    const found = await reading();
    if (found.state !== 'read' || found.from !== 'database') throw new Error('not read');
    expect(found).toMatchObject({ path, schema: { version: 23, isKnown: true, openclaw: '2026.9.6' } });
    expect(found.store.profiles.get('anthropic:one')?.secret?.reveal()).toBe(apiKey('a'));
    expect(found.store.order.get('anthropic')).toEqual(['anthropic:one']);
    expect(found.store.usage.get('anthropic:one')).toMatchObject({ cooldownUntil: 5, cooldownReason: 'rate_limit', cooldownModel: 'claude-opus-5' });
    expect(await files()).toEqual(['openclaw-agent.sqlite']);
  });

  test('another content has another hash', async () => {
    const hash = async (): Promise<string> => {
      const found = await reading();
      return found.state === 'read' && found.from === 'database' ? found.sha256 : '';
    };
    await made();
    const before = await hash();
    write(openWriter(), two);
    expect([before.length, await hash()]).not.toEqual([64, before]);
  });

  test('without rows, and without a file, holds no store', async () => {
    expect(await reading()).toEqual({ state: 'missing', path });
    await made(null);
    expect(await reading()).toEqual({ state: 'missing', path });
  });

  test('with an order alone it is a store without profiles', async () => {
    await made({ order: { anthropic: ['x'] } });
    const found = await reading();
    expect(found.state === 'read' && [...found.store.order]).toEqual([['anthropic', ['x']]]);
  });

  test('of a schema that is not known yet is read, and said to be unknown', async () => {
    await made(one, { schema: 24, openclaw: '2026.11.2' });
    expect(await reading()).toMatchObject({ state: 'read', schema: { version: 24, isKnown: false, openclaw: '2026.11.2' } });
  });

  test('a view is not asked, however it is called', async () => {
    await made(null);
    const writer = openWriter();
    writer.exec("DROP TABLE auth_profile_store; CREATE VIEW auth_profile_store AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT 'primary' AS store_key, 'x' AS store_json FROM n");
    expect((await reading()).state).toBe('missing');
  });

  test('through a link it is the same', async () => {
    await made();
    await rename(agentDir, join(home.home, 'elsewhere'));
    await mkdir(dirname(agentDir), { recursive: true });
    await symlink(join(home.home, 'elsewhere'), agentDir);
    expect(await idsIn()).toEqual(['anthropic:one']);
  });
});

describe('while a gateway has it open', () => {
  test('a commit that stands in the log alone is seen, and the log stays', async () => {
    await made();
    const writer = openWriter();
    write(writer, two);
    expect(await idsIn()).toEqual(['anthropic:two']);
    expect(await files()).toEqual(['openclaw-agent.sqlite', 'openclaw-agent.sqlite-shm', 'openclaw-agent.sqlite-wal']);
  });

  test('what is not committed yet is not', async () => {
    await made();
    const writer = openWriter();
    writer.exec('BEGIN IMMEDIATE');
    write(writer, two);
    expect(await idsIn()).toEqual(['anthropic:one']);
    writer.exec('COMMIT');
    expect(await idsIn()).toEqual(['anthropic:two']);
  });

  test('without a log, a writer that has begun does not stop us; one that shuts others out is waited for, then told', async () => {
    await made(one, { journal: 'delete' });
    const writer = openWriter('delete');
    writer.exec('BEGIN IMMEDIATE');
    expect(await idsIn()).toEqual(['anthropic:one']);
    writer.exec('COMMIT; BEGIN EXCLUSIVE');
    expect(await problem()).toEqual({ kind: 'database', fault: 'locked' });
    writer.exec('COMMIT');
    expect(await idsIn()).toEqual(['anthropic:one']);
  });

  test('killed in between, its last commit is read and its log left for it', async () => {
    await made();
    write(openWriter(), two);
    const names = await files();
    const after = join(home.home, 'after');
    await mkdir(after);
    for (const name of names) await copyFile(join(agentDir, name), join(after, name));
    agentDir = after;
    expect(await idsIn()).toEqual(['anthropic:two']);
    expect(await files()).toEqual(names);
  });

  test('copied without the index of its log, the last commit is read all the same', async () => {
    await made();
    write(openWriter(), two);
    const after = join(home.home, 'after');
    await mkdir(after);
    for (const name of ['openclaw-agent.sqlite', 'openclaw-agent.sqlite-wal']) await copyFile(join(agentDir, name), join(after, name));
    agentDir = after;
    expect(await idsIn()).toEqual(['anthropic:two']);
  });

  const mayWriteAnywhere = process.getuid?.() === 0;
  if (mayWriteAnywhere) process.stderr.write('Skipped: a folder that may not be written to cannot be made as root.\n');
  test.skipIf(mayWriteAnywhere)('in a folder that may not be written to, a log without its index is said to be unread', async () => {
    await made();
    write(openWriter(), two);
    const after = join(home.home, 'after');
    await mkdir(after);
    for (const name of ['openclaw-agent.sqlite', 'openclaw-agent.sqlite-wal']) await copyFile(join(agentDir, name), join(after, name));
    agentDir = after;
    await chmod(after, 0o500);
    expect(await problem()).toEqual({ kind: 'database', fault: 'log-unread' });
    await chmod(after, 0o700);
  });
});

describe('what is no database is told, and left alone', () => {
  const problems: readonly (readonly [string, () => unknown, unknown])[] = [
    ['zero bytes', () => writeFile(path, ''), { kind: 'database', fault: 'empty' }],
    ['zero bytes beside a log', async () => { await writeFile(`${path}-wal`, 'a log'); await writeFile(path, ''); }, { kind: 'database', fault: 'empty' }],
    ['a text', () => writeFile(path, 'not a database at all, but long enough to be looked at'), { kind: 'database', fault: 'not-a-database' }],
    ['a directory', () => mkdir(path), { kind: 'not-a-file', found: 'directory' }],
    ['a named pipe', () => execFileSync('mkfifo', [path]), { kind: 'not-a-file', found: 'fifo' }],
    ['a log without its database', () => writeFile(`${path}-wal`, 'x'), { kind: 'database', fault: 'no-main-file' }],
  ];
  test.each(problems)('%s', async (_name, make, expected) => {
    await mkdir(agentDir, { recursive: true });
    await make();
    const before = await files();
    expect(await problem()).toEqual(expected);
    expect(await files()).toEqual(before);
  });

  test('pages that are overwritten', async () => {
    const writer = new DatabaseSync(await made());
    writer.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    writer.close();
    const bytes = await readFile(path);
    bytes.fill(0xff, 100);
    await writeFile(path, bytes);
    expect(await problem()).toEqual({ kind: 'database', fault: 'corrupt' });
  });

  test('half of its pages cut off', async () => {
    await made({ profiles: Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`anthropic:${index}`, { type: 'api_key', provider: 'anthropic', key: apiKey('a') }])) });
    const bytes = await readFile(path);
    await writeFile(path, bytes.subarray(0, 8192));
    expect(await problem()).toEqual({ kind: 'database', fault: 'corrupt' });
  });

  test.each(['{"version":1,"profiles":{', '[]', '{"version":1}'])('a row that holds %s', async (text) => {
    await made(text);
    expect(await problem()).toMatchObject({ kind: 'database', fault: 'row' });
  });

  test('a row over the limit is not loaded', async () => {
    await made(JSON.stringify({ version: 1, profiles: { x: 'y'.repeat(5 * 1024 * 1024) } }));
    expect(await problem()).toMatchObject({ kind: 'too-large', limit: 5 * 1024 * 1024 });
  });

  test('a folder that went away is a store that is missing', async () => {
    await made();
    await rm(agentDir, { recursive: true });
    expect((await reading()).state).toBe('missing');
  });
});
