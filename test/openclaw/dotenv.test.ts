import { expect, test } from 'vitest';
import { parseDotenv } from '../../src/openclaw/dotenv.ts';

test.each([
  ['A=1', { A: '1' }],
  ['  export A = 1  ', { A: '1' }],
  ['A=', { A: '' }],
  ['A=1\r\nB=2\rC=3', { A: '1', B: '2', C: '3' }],
  ['# A=1\n\nB=2 # two', { B: '2' }],
  ['A=x#y', { A: 'x' }],
  ['A="x # y" # z', { A: 'x # y' }],
  ["A='x\\n y'", { A: 'x\\n y' }],
  ['A="x\\ny"', { A: 'x\ny' }],
  ['A="two\nlines"\nB=1', { A: 'two\nlines', B: '1' }],
  ['A=`it\'s "so"`', { A: 'it\'s "so"' }],
  ['A: 1', { A: '1' }],
  ['A=1\nA=2', { A: '2' }],
  ['no assignment\n=x\nB=2', { B: '2' }],
  ['A=a=b', { A: 'a=b' }],
  ['__proto__=x', { ['__proto__']: 'x' }],
])('%j sets what the common rules say', (text, expected) => {
  expect([...parseDotenv(text)]).toEqual(Object.entries(expected));
});
