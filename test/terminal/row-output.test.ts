import chalk, { Chalk } from 'chalk';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import Output from '../../node_modules/ink/build/output.js';
// @ts-expect-error: a script of the build, which has no types
import RowOutput from '../../scripts/row-output.mjs';

const { red, bold } = new Chalk({ level: 3 });
// The same functions each time, as for a text that was not made again.
const ways: readonly ((text: string) => string)[] = [(text) => red(text), (text) => bold(text), (text) => text];

const text = fc.oneof(
  fc.constantFrom('plain', 'a much longer line than fits', '漢字 wide', '👩‍👩‍👧 é', red('red'), `${bold('two')}\nlines`, 'a\nb\nc', ' ', '\u200B'),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((raw) => raw.replaceAll(/\p{Control}/gu, ' ')),
);
const bound = fc.option(fc.integer({ min: -2, max: 24 }), { nil: undefined });
const write = fc.record({
  type: fc.constant('write' as const),
  x: fc.integer({ min: -3, max: 22 }),
  y: fc.integer({ min: -2, max: 9 }),
  text,
  transformers: fc.array(fc.constantFrom(...ways), { maxLength: 2 }),
});
const clip = fc.record({ type: fc.constant('clip' as const), clip: fc.record({ x1: bound, x2: bound, y1: bound, y2: bound }) });
const operation = fc.oneof({ weight: 5, arbitrary: write }, { weight: 1, arbitrary: clip }, { weight: 1, arbitrary: fc.constant({ type: 'unclip' as const }) });
type Operation = typeof operation extends fc.Arbitrary<infer Made> ? Made : never;

/** A frame, and the next ones: mostly the same, as on a screen. */
const frames = fc
  .tuple(fc.array(operation, { maxLength: 10 }), fc.array(fc.tuple(fc.nat(), operation), { maxLength: 5 }))
  .map(([first, changes]) => changes.reduce<Operation[][]>((all, [at, changed]) => [...all, (all.at(-1) ?? first).map((old, index, { length }) => (index === at % length ? changed : old))], [first, first]));

function draw(output: Output, operations: readonly Operation[]): { readonly output: string; readonly height: number } {
  for (const one of operations) {
    if (one.type === 'write') output.write(one.x, one.y, one.text, { transformers: [...one.transformers] });
    else if (one.type === 'clip') output.clip(one.clip);
    else output.unclip();
  }
  return output.get();
}

test('every frame is drawn as Ink draws it, whatever was on the screen before', () => {
  fc.assert(
    fc.property(frames, fc.array(fc.constantFrom([20, 8], [20, 8], [12, 3]), { minLength: 7, maxLength: 7 }), (all, sizes) => {
      for (const [index, operations] of all.entries()) {
        const [width = 0, height = 0] = sizes[index] ?? [];
        expect(draw(new RowOutput({ width, height }), operations)).toEqual(draw(new Output({ width, height }), operations));
      }
    }),
    { numRuns: 2000 },
  );
});

test('a line onto which the same is written is not drawn again', () => {
  let drawn = 0;
  const counted = (line: string): string => {
    drawn += 1;
    return chalk.reset(line);
  };
  const frame = (clock: string): Operation[] => [
    ...Array.from({ length: 30 }, (_, y) => ({ type: 'write' as const, x: 0, y, text: `line ${y}`, transformers: [counted] })),
    { type: 'write', x: 10, y: 7, text: clock, transformers: [counted] },
  ];
  draw(new RowOutput({ width: 80, height: 30 }), frame('0:42'));
  drawn = 0;
  draw(new RowOutput({ width: 80, height: 30 }), frame('0:42'));
  expect(drawn).toBe(0);
  draw(new RowOutput({ width: 80, height: 30 }), frame('0:41'));
  expect(drawn).toBe(2);
  drawn = 0;
  draw(new RowOutput({ width: 79, height: 30 }), frame('0:41'));
  expect(drawn).toBe(31);
});
