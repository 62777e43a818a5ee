import { afterEach, expect, test } from 'vitest';
import { localFiles } from '../../src/openclaw/local-files.ts';
import { localRecords } from '../../src/openclaw/record-files.ts';
import { localStatuses } from '../../src/openclaw/surroundings/file-status.ts';
import { secretLines, type SecretLines } from '../../src/openclaw/surroundings/secret-lines.ts';
import { apiKey, apiKeyHome, makeHome, type TestHome } from '../support/homes.ts';
import { readHome } from '../support/read.ts';

let home: TestHome | null = null;

afterEach(() => home?.dispose());

async function look(history: string | Uint8Array): Promise<readonly SecretLines[]> {
  home = await makeHome(apiKeyHome);
  await home.write('.zsh_history', history);
  const snapshot = await readHome(home.host(), Date.now());
  return secretLines(snapshot, localFiles, localStatuses, localRecords);
}

test('names the first five lines and counts all, and keeps nothing of what stands there', async () => {
  const found = await look(`ls\n${`export KEY=${apiKey('h')}\n`.repeat(7)}`);
  expect(found).toEqual([{ path: `${home?.home}/.zsh_history`, in: 'shell-history', lines: [2, 3, 4, 5, 6], count: 7 }]);
});

test('finds one that is broken over two pieces of reading, in bytes that are no text', async () => {
  const before = Buffer.alloc(256 * 1024 - 3, 0x83).fill('\n', 0, 1);
  expect(await look(Buffer.concat([before, Buffer.from(`${apiKey('h')}\n`)]))).toMatchObject([{ lines: [2], count: 1 }]);
});

test('a mention is none', async () => {
  expect(await look('grep sk-ant-api03- *\necho sk-ant-api03-xxx\n')).toEqual([]);
});

test('of a large file the end is looked through, and no lines are named that were not counted', async () => {
  const large = Buffer.alloc(17 * 1024 * 1024, 'ls -la\n');
  expect(await look(Buffer.concat([large, Buffer.from(`\n${apiKey('h')}`)]))).toMatchObject([{ lines: [], count: 1 }]);
});
