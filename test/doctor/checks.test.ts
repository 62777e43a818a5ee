import { relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { placeFindings } from '../../src/commands/doctor/placed-finding.ts';
import { checkCodes } from '../../src/rules/doctor/check-codes.ts';
import { runChecks } from '../../src/rules/doctor/checks.ts';
import { cases } from './cases.ts';
import { liveCodes } from './live-codes.ts';
import { examine, expectFinding, findingsOf, treat, ward } from './support.ts';

const admit = ward();

test('every check has a home that it finds trouble in', () => {
  expect([...cases.keys(), ...liveCodes].toSorted()).toEqual([...checkCodes].toSorted());
});

const troubles = [...cases].flatMap(([code, { trouble, expected, more = {} }]) => [
  { name: `${code}`, code, trouble, expected },
  ...Object.entries(more).map(([form, other]) => ({ name: `${code}, ${form}`, code, trouble: other.home, expected: other.expected })),
]);

describe.each(troubles)('$name', ({ code, trouble, expected }) => {
  test('finds the trouble, where it lies', async () => {
    const home = await admit(trouble);
    const facts = await examine(home, trouble);
    const [finding, ...more] = findingsOf(facts, code);
    expectFinding(facts, finding, expected);
    expect(more).toEqual([]);
    const [placed] = await placeFindings(facts.snapshot, finding === undefined ? [] : [finding]);
    const place = placed?.path === null || placed === undefined ? null : `${relative(home.home, placed.path)}${placed.line === null ? '' : `:${placed.line}`}`;
    expect(place).toBe(expected.at);
  });
});

describe.each([...cases])('%s', (code, { nearMiss }) => {
  test('does not find it next door', async () => {
    const home = await admit(nearMiss);
    expect(findingsOf(await examine(home, nearMiss), code)).toEqual([]);
  });
});

describe.each(troubles.filter(({ expected }) => expected.mend === 'fix'))('$name, mended', ({ code, trouble, expected }) => {
  test('a second look finds nothing but notes, and OpenClaw would send', async () => {
    const home = await admit(trouble);
    const mended = await treat(home, trouble);
    expect(mended.map(({ outcome }) => outcome.state)).toEqual(mended.map(() => 'applied'));
    const facts = await examine(home, trouble);
    expect(findingsOf(facts, code)).toEqual([]);
    if (expected.stays === true) return;
    expect(facts.agents.map(({ route }) => route.error)).toEqual(facts.agents.map(() => null));
    expect(runChecks(facts).filter(({ severity }) => severity !== 'note')).toEqual([]);
  });
});
