import { describe, expect, it } from 'vitest';
import { commands, partOf } from '../../src/code-cache/part.ts';
import { createProgram } from '../../src/commands/program.ts';

describe('the part of the program that a start is likely to run', () => {
  it('has a name for every command there is', () => {
    const names = createProgram().commands.map((command) => command.name());
    expect([...commands, 'home'].toSorted()).toEqual(names.toSorted());
  });

  it.each([
    [['status'], true, 'status'],
    [['models', 'auth', 'add'], false, 'models-lines'],
    [[], true, 'home'],
    [['--lang', 'nl', 'status'], true, 'home'],
    [['no/such/../command'], false, 'home-lines'],
  ] as const)('%j on a terminal %s: %s', (argv, isTerminal, part) => {
    expect(partOf(argv, isTerminal)).toBe(part);
  });
});
