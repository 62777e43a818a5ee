import * as fc from 'fast-check';
import JSON5 from 'json5';
import { describe, expect, it } from 'vitest';
import { editConfig } from '../../src/openclaw/config-edit.ts';
import type { ConfigEdit, JsonValue } from '../../src/openclaw/config-edit.ts';

const tricky = String.raw`// first line
{
  // the owner's note
  $schema: 'https://example.invalid/schema', // trailing note
  "auth": {
    'profiles': { /* nothing yet */ },
    order: {}, // orders
    \u0061bc: 0x1F,
    half: +.5, five: 5., all: -Infinity, none: NaN,
  },
  agents: {
    defaults: {
      model: "it's \"quoted\"", /* why */ workspace: 'say "hi" it\'s',
      long: 'one \
two',
      // a comment before default
      default: null
      // the last comment
    },
    list: [
      { id: 'main' }, // first
      { id: "alerts", tags: ['a', 'b',], },
      // gone: { id: 'x' }
    ],
  },
  empty: {
    // comment only
  },
  "tail": [ ], 'end': 1 /* no comma */ // end
}
// after
`;

const files: readonly (readonly [string, string])[] = [
  ['LF', tricky],
  ['CRLF and BOM', `\uFEFF${tricky.replaceAll('\n', '\r\n')}`],
  ['no final newline', tricky.trimEnd()],
  ['tabs', tricky.replaceAll('  ', '\t')],
];

function edited(text: string, ...edits: ConfigEdit[]): string {
  const result = editConfig(text, edits);
  expect(result).toMatchObject({ ok: true });
  return result.ok ? result.text : '';
}

function set(path: string, value: JsonValue): ConfigEdit {
  return { kind: 'set', path: path.split('.'), value };
}

function remove(path: string): ConfigEdit {
  return { kind: 'remove', path: path.split('.') };
}

/** True when every character of `part` stands in `whole` in the same order. */
function isSubsequence(part: string, whole: string): boolean {
  let next = 0;
  for (const character of whole) {
    if (character === part[next]) {
      next += 1;
    }
  }
  return next >= part.length;
}

const keys = ['auth', 'profiles', 'order', 'abc', 'agents', 'defaults', 'model', 'default', 'empty', 'tail', 'end', 'new key', "it's", 'list', 'x'];
const pathArbitrary = fc.array(fc.constantFrom(...keys), { minLength: 1, maxLength: 4 });
const valueArbitrary: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.constantFrom('a', "b'", '"c'), { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('a', 'b-c', "d'e"), fc.oneof(fc.integer(), fc.string({ maxLength: 5 })), { maxKeys: 3 }),
);

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((current, key) => (typeof current === 'object' && current !== null && Object.hasOwn(current, key) ? Reflect.get(current, key) : undefined), value);
}

describe.each(files)('a hand-written JSON5 file (%s)', (_name, text) => {
  it('gets any value at any place; a second time changes nothing; taking it out again restores the rest', () => {
    fc.assert(
      fc.property(pathArbitrary, valueArbitrary, (path, value) => {
        const result = editConfig(text, [{ kind: 'set', path, value }]);
        if (!result.ok) {
          expect(result.reason).toBe('not-an-object');
          return;
        }
        expect(valueAt(JSON5.parse(result.text), path)).toEqual(value);
        expect(editConfig(result.text, [{ kind: 'set', path, value }])).toEqual(result);
        if (valueAt(JSON5.parse(text), path) === undefined) {
          expect(isSubsequence(text.replaceAll(/\s/gu, ''), result.text)).toBe(true);
          const restored = editConfig(result.text, [{ kind: 'remove', path }]);
          expect(restored).toMatchObject({ ok: true });
        }
      }),
      { numRuns: 400 },
    );
  });

  it('keeps every comment, the BOM and the kind of line end, whatever is added', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(pathArbitrary, valueArbitrary), { minLength: 1, maxLength: 4 }), (wishes) => {
        const added = wishes.map(([path, value]): ConfigEdit => ({ kind: 'set', path: ['added', ...path], value }));
        const result = editConfig(text, added);
        if (!result.ok) {
          expect(result.reason).toBe('not-an-object');
          return;
        }
        expect(result.text.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'));
        expect(isSubsequence(text, result.text)).toBe(true);
        expect(/(?<!\r)\n/u.test(result.text)).toBe(/(?<!\r)\n/u.test(text));
      }),
      { numRuns: 200 },
    );
  });

  it('loses any member or element and nothing else', () => {
    const paths = ['$schema', 'auth', 'auth.profiles', 'auth.order', 'auth.abc', 'auth.half', 'auth.five', 'auth.none', 'agents.defaults.model', 'agents.defaults.workspace', 'agents.defaults.long', 'agents.defaults.default', 'agents.list.0', 'agents.list.1', 'agents.list.1.tags.0', 'agents.list.1.tags.1', 'empty', 'tail', 'end'];
    for (const path of paths) {
      const after = edited(text, remove(path));
      expect(isSubsequence(after, text), path).toBe(true);
      expect(valueAt(JSON5.parse(after), path.split('.')), path).not.toEqual(valueAt(JSON5.parse(text), path.split('.')));
    }
    const none = edited(text, ...paths.filter((path) => !path.includes('.')).map(remove));
    expect(JSON5.parse(none)).toEqual({ agents: JSON5.parse<{ agents: unknown }>(text).agents });
  });
});

/** JSON5 texts of every layout: what stands between two tokens, quotes, and commas at the end are all chance. */
const gap = fc.constantFrom('', '', ' ', '\n', '\r\n', '\n  ', '\t', ' /* c1 */ ', ' // c2\n', '\n  // c3\n  ', '/* c4\n c4 */');
const keyText = fc.constantFrom("a", '"a"', "'a'", 'b', '"b"', 'c', String.raw`\u0064`, "'e f'");
const scalarText = fc.constantFrom('1', '+.5', '0xF', 'null', 'true', '"x"', "'y'", '-Infinity', "'li\\\nne'");
const layout = fc.letrec<{ value: string; object: string; array: string; member: string; element: string }>((tie) => ({
  value: fc.oneof({ maxDepth: 3, withCrossShrink: true }, scalarText, tie('object'), tie('array')),
  member: fc.tuple(gap, keyText, gap, gap, tie('value'), gap).map(([before, key, left, right, value, after]) => `${before}${key}${left}:${right}${value}${after}`),
  element: fc.tuple(gap, tie('value'), gap).map((parts) => parts.join('')),
  object: fc
    .tuple(fc.uniqueArray(tie('member'), { maxLength: 4, selector: (member) => Object.keys(JSON5.parse<object>(`{${member}\n}`))[0] }), fc.boolean(), gap)
    .map(([members, trailing, end]) => `{${members.join(',')}${trailing && members.length > 0 ? ',' : ''}${end}}`),
  array: fc.tuple(fc.array(tie('element'), { maxLength: 3 }), fc.boolean(), gap).map(([elements, trailing, end]) => `[${elements.join(',')}${trailing && elements.length > 0 ? ',' : ''}${end}]`),
}));
const anyPath = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e f', '0', '1', '2'), { minLength: 1, maxLength: 3 });

const countComments = (text: string): number => text.match(/\/\* c1|c3/gu)?.length ?? 0;

describe('a file of any layout', () => {
  it('can be edited everywhere, and never comes out as something else than what was asked', () => {
    fc.assert(
      fc.property(layout.object, gap, anyPath, valueArbitrary, (text, after, path, value) => {
        const whole = `${text}${after}`;
        for (const edit of [{ kind: 'set', path, value }, { kind: 'remove', path }] as const) {
          const result = editConfig(whole, [edit]);
          if (!result.ok) {
            expect(result.reason).toBe('not-an-object');
            continue;
          }
          if (edit.kind === 'set' && valueAt(JSON5.parse(whole), path) === undefined) {
            expect(countComments(result.text)).toBe(countComments(whole));
          }
          if (edit.kind === 'remove') {
            expect(isSubsequence(result.text, whole)).toBe(true);
          }
        }
      }),
      { numRuns: 1500 },
    );
  });
});

describe('where an edit lands', () => {
  it('changes only the characters of a replaced value', () => {
    expect(edited(tricky, set('auth.abc', 7))).toBe(tricky.replace('0x1F', '7'));
    expect(edited(tricky, set('agents.defaults.default', 'x'))).toBe(tricky.replace('default: null', "default: 'x'"));
  });

  it('leaves a file alone when the value is already there, however it is written', () => {
    expect(edited(tricky, set('auth.abc', 31), set('agents.defaults.long', 'one two'))).toBe(tricky);
  });

  it('adds a member last, with a comma right after the value before it and behind its comment', () => {
    expect(edited('{\n  "a": 1 // one\n  // end\n}\n', set('b', 2))).toBe('{\n  "a": 1, // one\n  // end\n  "b": 2\n}\n');
    expect(edited('{\n  a: 1, // one\n}\n', set('b', 2))).toBe('{\n  a: 1, // one\n  b: 2,\n}\n');
  });

  it('writes a one-line file on one line', () => {
    expect(edited('{"a":1}', set('b.c', [1, 'x']))).toBe('{"a":1,"b":{"c":[1,"x"]}}');
    expect(edited('{ a: 1 /* x */ }', set('b.c', 'y'))).toBe("{ a: 1, /* x */ b: {c: \"y\"} }");
  });

  it('opens an empty object the way the file is indented', () => {
    expect(edited('{}\n', set('a.b', 'c'))).toBe(`${JSON.stringify({ a: { b: 'c' } }, null, 2)}\n`);
    expect(edited('{\n\t"a": {}\n}\n', set('a.b.c', 1))).toBe('{\n\t"a": {\n\t\t"b": {\n\t\t\t"c": 1\n\t\t}\n\t}\n}\n');
    expect(edited('{\n    "a": 1,\n    "b": {\n        // later\n    }\n}', set('b.c', 1))).toBe('{\n    "a": 1,\n    "b": {\n        // later\n        "c": 1\n    }\n}');
  });

  it('follows the majority for quotes and bare keys, and quotes a key that needs it', () => {
    expect(edited("{\n  a: 'x',\n  b: 'y',\n}\n", set('anthropic:default', "it's"))).toBe("{\n  a: 'x',\n  b: 'y',\n  'anthropic:default': 'it\\'s',\n}\n");
  });

  it('puts an element first in a list without moving the comments of the others', () => {
    const order = '{\n  "order": [\n    "a", // main\n    "b" // spare\n  ]\n}\n';
    expect(edited(order, set('order', ['c', 'a', 'b']))).toBe('{\n  "order": [\n    "c",\n    "a", // main\n    "b" // spare\n  ]\n}\n');
    expect(edited(order, set('order', ['b', 'a']))).toBe('{\n  "order": [\n    "b",\n    "a" // main\n  ]\n}\n');
    expect(edited("{o: ['a', 'b']}", set('o', ['c', 'a', 'b']))).toBe("{o: ['c', 'a', 'b']}");
  });

  it('changes an object member by member', () => {
    const text = '{\n  "p": {\n    "mode": "token", // why\n    "old": 1 // gone\n  }\n}\n';
    expect(edited(text, set('p', { mode: 'api_key', fresh: true }))).toBe('{\n  "p": {\n    "mode": "api_key", // why\n    "fresh": true\n  }\n}\n');
  });

  it('removes a member with the rest of its line and leaves the comments of its neighbours', () => {
    expect(edited('{\n  // about a\n  "a": 1, // a\n  // about b\n  "b": 2 // b\n}\n', remove('b'))).toBe('{\n  // about a\n  "a": 1 // a\n  // about b\n}\n');
    expect(edited('{\n  // about a\n  "a": 1, // a\n  // about b\n  "b": 2 // b\n}\n', remove('a'))).toBe('{\n  // about a\n  // about b\n  "b": 2 // b\n}\n');
    expect(edited('{ a: 1, b: 2 }', remove('a'))).toBe('{ b: 2 }');
    expect(edited('{ a: 1, b: 2 }', remove('b'))).toBe('{ a: 1 }');
    expect(edited('{ a: 1, b: 2, }', remove('b'))).toBe('{ a: 1, }');
    expect(edited('{\n  "a": {\n    "b": 1\n  }\n}\n', remove('a.b'))).toBe('{\n  "a": {\n  }\n}\n');
  });

  it('keeps strict JSON strict', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), pathArbitrary, valueArbitrary, fc.constantFrom(0, 2, 4, '\t'), (value, path, wish, indent) => {
        const text = JSON.stringify({ top: value }, null, indent);
        const result = editConfig(text, [{ kind: 'set', path, value: wish }, remove('top')]);
        if (result.ok) {
          expect(valueAt(JSON.parse(result.text), path)).toEqual(wish);
          expect(JSON.parse(result.text)).not.toHaveProperty('top');
        } else {
          expect(result.reason).not.toBe('verification');
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is refused, with nothing edited', () => {
  it.each([
    ['text that is not JSON5', '{ a: 1,\n b 2 }', ['a'], 'syntax', 2],
    ['octal numbers, which OpenClaw does not read', '{ a: 010 }', ['b'], 'syntax', 1],
    ['a key that stands twice', '{\n a: {},\n a: {} }', ['a', 'b'], 'duplicate-key', 3],
    ['a list at the top', '[1]', ['a'], 'not-an-object', 1],
    ['a path through a string', '{ a: "x" }', ['a', 'b'], 'not-an-object', 1],
    ['a list index with a gap', '{ a: [1] }', ['a', '3'], 'not-an-object', 1],
    ['a key that an included file may hold', '{\n $include: "./more.json5",\n b: 1 }', ['a', 'b'], 'include', 1],
  ] as const)('%s', (_what, text, path, reason, line) => {
    expect(editConfig(text, [{ kind: 'set', path, value: 1 }])).toMatchObject({ ok: false, reason, line });
  });

  it('the prototype as a name', () => {
    expect(editConfig('{}', [{ kind: 'set', path: ['__proto__', 'a'], value: 1 }])).toMatchObject({ ok: false });
    expect(editConfig('{}', [{ kind: 'set', path: ['toString', 'constructor'], value: 1 }])).toMatchObject({ ok: true });
  });

  it('a number that JSON cannot hold', () => {
    expect(editConfig('{}', [{ kind: 'set', path: ['a'], value: Number.NaN }])).toMatchObject({ ok: false, reason: 'verification' });
  });

  it('not: a key that the object has itself, or that is known to be in no included file', () => {
    const text = '{ $include: "./more.json5", a: { b: 1 } }';
    expect(edited(text, set('a.b', 2))).toBe(text.replace('b: 1', 'b: 2'));
    expect(edited(text, { kind: 'set', path: ['c'], value: 2, besideInclude: true })).toBe(text.replace('} }', '}, c: 2 }'));
  });
});
