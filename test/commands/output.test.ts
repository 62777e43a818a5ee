import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { testProgram } from '../support/test-programs.ts';

test('output into a pipe that is closed ends without a word, exit code 0', async () => {
  const child = spawn(process.execPath, [testProgram('commands/programs/closed-pipe')], { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += String(chunk);
  });
  await once(child.stdout, 'data');
  child.stdout.destroy();
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(complaint).toBe('');
});
