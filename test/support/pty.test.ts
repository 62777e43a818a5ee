import { afterEach, describe, expect, test } from 'vitest';
import { startInPty, type PtySession } from './pty.ts';
import { screenToSvg } from './screen-svg.ts';

let session: PtySession | null = null;

afterEach(() => {
  session?.kill('SIGKILL');
  session = null;
});

describe('a program in a terminal', () => {
  test('is waited for by what it shows, and a wait in vain shows the screen', async () => {
    session = startInPty('sh', ['-c', 'echo hello; read -r x; echo "got $x"; exit 3']);
    await session.until('hello');
    await expect(session.until('never', 50)).rejects.toThrow(/never[\s\S]*hello/);
    session.write('keys\r');
    await session.until(/got keys/);
    expect(await session.exited).toEqual({ exitCode: 3, signal: 0 });
  });

  test('has its own home and nothing of the test runner', async () => {
    session = startInPty('sh', ['-c', 'echo "[$CI$VITEST$NODE_ENV]"; test "$HOME" != "$OLD" && echo own; stty size'], {
      env: { OLD: process.env['HOME'] },
      columns: 60,
      rows: 10,
    });
    await session.exited;
    expect(session.screen().slice(0, 3)).toEqual(['[]', 'own', '10 60']);
  });

  test('becomes a picture whose text can be selected', async () => {
    session = startInPty('sh', ['-c', String.raw`printf '\033[1;32mgood\033[0m <&> \033[7minverse\033[0m \033[38;5;208mo\033[38;2;1;2;3mt\033[0m 漢'`]);
    await session.exited;
    const svg = screenToSvg(session.terminal, { title: 'A "test"' });
    expect(svg).toContain('fill="#98c379" font-weight="bold">good</text>');
    expect(svg).toContain('&lt;&amp;&gt;');
    expect(svg).toContain('fill="#16181d">inverse</text>');
    expect(svg).toContain('fill="#ff8700">o</text>');
    expect(svg).toContain('fill="#010203">t</text>');
    expect(svg).toContain('textLength="16.8" lengthAdjust="spacingAndGlyphs" fill="#d8dee9">漢</text>');
    expect(svg).toContain('aria-label="A &quot;test&quot;"');
  });
});
