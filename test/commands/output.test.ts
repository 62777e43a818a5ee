import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('output into a pipe that is closed ends without a word, exit code 0', async () => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('programs/closed-pipe.ts', import.meta.url))], { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += String(chunk);
  });
  await once(child.stdout, 'data');
  child.stdout.destroy();
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(complaint).toBe('');
});
