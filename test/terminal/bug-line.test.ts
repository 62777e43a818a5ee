import { expect, test } from 'vitest';
import { bugLine } from '../../src/terminal/bug-line.ts';
import { Secret } from '../../src/terminal/secret.ts';

test('an error is one line: no stack, no credential, nothing that acts on the terminal', () => {
  const known = new Secret('my own secret');
  const line = bugLine(new TypeError(`sk-ant-api03-${'x'.repeat(95)} my own secret \u001B[2J bell\u0007\n    at somewhere`), [known]);
  expect(line).toContain('TypeError: [secret] [secret] \\u{1B}[2J bell\\u{7}');
  expect(line).not.toContain('somewhere');
  expect(line).not.toMatch(/[\u0000-\u001F]/);
});

test.each([[undefined], [null], ['text'], [{ toString: () => { throw new Error('no'); } }]])('anything that is thrown has a line: %#', (thrown) => {
  expect(bugLine(thrown)).toMatch(/^clawdial stopped because of a fault of its own: .+/);
});

test('a very long message is cut', () => {
  expect(bugLine(new Error('y'.repeat(10_000))).length).toBeLessThan(600);
});
