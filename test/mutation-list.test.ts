import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mutations } from '../scripts/mutation-list.ts';

const root = resolve(import.meta.dirname, '..');

describe('the safeguards that are taken away one by one', () => {
  it.each(mutations)('$name: stands once in the code, and its tests are there', ({ file, from, to, tests }) => {
    expect(readFileSync(resolve(root, file), 'utf8').split(from)).toHaveLength(2);
    expect(to).not.toBe(from);
    expect(tests.filter((test) => !existsSync(resolve(root, test)))).toEqual([]);
  });
});
