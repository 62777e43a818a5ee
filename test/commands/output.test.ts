import { spawn, spawnSync } from 'node:child_process';
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

test('a long document comes whole out of a pipe, every character of it', () => {
  const { stdout } = spawnSync(process.execPath, [testProgram('commands/programs/print-document')], { encoding: 'utf8', maxBuffer: 20_000_000 });
  const texts = Array.from({ length: 3000 }, (_, index) => `${'x'.repeat(index % 7)}é…😀`.repeat(20));
  const whole = `${JSON.stringify({ texts, one: '😀é'.repeat(100_000) }, null, 2)}\n`;
  // Not shown when they differ: a megabyte tells nobody anything.
  expect([stdout.length, stdout === whole]).toEqual([whole.length, true]);
});
