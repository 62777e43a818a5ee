import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../src/terminal/secret.ts';

const value = `sk-ant-api03-${'s'.repeat(93)}AA`;
const secret = new Secret(value);

describe('a secret', () => {
  it.each([
    ['a text', () => `${String(secret)}`],
    ['JSON', () => JSON.stringify({ deep: [secret] })],
    ['an inspected object', () => inspect({ deep: [secret] }, { depth: 9, showHidden: true })],
    ['its own properties', () => JSON.stringify(Object.entries(secret))],
    ['an error', () => inspect(new Error('with', { cause: secret }))],
  ])('is a fixed word in %s', (_what, show) => {
    expect(show()).not.toContain('ssss');
  });

  it('comes out only where it is asked for', () => {
    expect(secret.reveal()).toBe(value);
  });
});
