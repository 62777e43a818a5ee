import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { canTrace } from '../support/can-trace.ts';
import { apiKeyHome, makeHome, type TestHome } from '../support/homes.ts';
import { codeCache, program } from '../support/program.ts';
import { startInPty } from '../support/pty.ts';

const isTraced = canTrace('how often files are read is counted');

let home: TestHome | null = null;

afterEach(async () => {
  await home?.dispose();
  home = null;
});

describe.skipIf(!isTraced)('opening the dashboard', () => {
  it('reads the store once, and again when it is told to', { timeout: 30_000 }, async () => {
    home = await makeHome(apiKeyHome);
    const { home: path } = home;
    const log = join(path, 'trace');
    const env = { HOME: path, PATH: '/usr/bin:/bin', XDG_CONFIG_HOME: `${path}/.config`, ...codeCache };
    const session = startInPty('strace', ['-f', '-o', log, '-e', 'trace=openat', process.execPath, program, 'status'], { cwd: path, env });
    const opened = (): number => readFileSync(log, 'utf8').split('\n').filter((line) => line.includes('/auth-profiles.json"') && line.includes('O_RDONLY')).length;
    try {
      await session.until('anthropic:default');
      expect(opened()).toBe(1);
      session.write('r');
      await expect.poll(opened).toBe(2);
    } finally {
      session.write('q');
      await session.exited;
    }
  });
});
