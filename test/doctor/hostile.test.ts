import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findingBlocks } from '../../src/commands/doctor/finding-lines.ts';
import { placeFindings } from '../../src/commands/doctor/placed-finding.ts';
import { runChecks } from '../../src/rules/doctor/checks.ts';
import { findingText as dutchText } from '../../src/words/nl/doctor-finding.ts';
import { apiKey, setupToken } from '../support/homes.ts';
import { examine, makePatient, treat } from './support.ts';

const text = fc.oneof(
  fc.constantFrom('anthropic', 'main', 'anthropic:a', 'long', '1h', 'api_key', 'token', 'oauth', 'anthropic/claude-opus-4-6', '2026.2.24', '2026.9.6', '${HOME}', apiKey('f'), setupToken('f'), apiKey('f').slice(0, 60)),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('\u001B[2J', '\u202Ex', '__proto__', 'a\nb', "x'; rm -rf ~"),
);
const scalar = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null));
const name = fc.oneof(
  fc.constantFrom('auth', 'profiles', 'order', 'anthropic', 'anthropic:a', 'agents', 'defaults', 'list', 'entries', 'models', 'model', 'primary', 'fallbacks', 'params', 'cacheRetention', 'cacheControlTtl', 'context1m', 'anthropicBeta'),
  fc.constantFrom('env', 'vars', 'ANTHROPIC_API_KEY', 'providers', 'baseUrl', 'apiKey', 'headers', 'meta', 'lastTouchedVersion', 'mode', 'provider', 'id', 'heartbeat', 'every', 'type', 'key', 'token', 'access', 'refresh', 'expires'),
  fc.constantFrom('usageStats', 'lastGood', 'cooldownUntil', 'disabledUntil', 'errorCount', 'failureCounts', 'lastFailureAt', 'version', 'anthropic/claude-opus-4-6', '__proto__', '\u001B[31m'),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 5 }, { weight: 2, arbitrary: scalar }, { weight: 4, arbitrary: fc.dictionary(name, tie('value'), { maxKeys: 5 }) }, { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 3 }) }),
}));
/** Mostly the shape that is expected, filled with anything. */
const section = (...keys: readonly string[]): fc.Arbitrary<object> => fc.record(Object.fromEntries(keys.map((key) => [key, value])), { requiredKeys: [] });
const config = fc.oneof({ weight: 5, arbitrary: section('auth', 'agents', 'env', 'models', 'meta', 'gateway') }, { weight: 1, arbitrary: fc.dictionary(name, value) });
const store = fc.record({ version: fc.constant(1), profiles: fc.dictionary(fc.oneof(text, fc.constant('anthropic:a')), section('type', 'provider', 'key', 'token', 'access', 'refresh', 'expires'), { maxKeys: 4 }), order: value, usageStats: value, lastGood: value });

test('whatever stands in config and store, every check answers, in both languages, with nothing that acts on a terminal', async () => {
  await fc.assert(
    fc.asyncProperty(config, store, async (written, stored) => {
      const patient = { config: JSON.stringify(written), stores: { main: JSON.stringify(stored) } };
      const home = await makePatient(patient);
      try {
        const facts = await examine(home, patient);
        const placed = await placeFindings(facts.snapshot, runChecks(facts));
        const look = { columns: 44, unicode: true, shorten: (path: string) => path, now: facts.now };
        const shown = findingBlocks(placed, look).flat().map((line) => line.map((part) => part.text).join(''));
        expect(shown.join('')).not.toMatch(/[\u0000-\u001F\u007F\u202A-\u202E]|sk-ant-\w+-f{6}/);
        for (const { finding } of placed) expect(dutchText(finding, facts.now).message).not.toBe('');
      } finally {
        await home.dispose();
      }
    }),
    { numRuns: 100 },
  );
});

test('whatever it mends, a second look finds nothing more to mend than what was refused', async () => {
  await fc.assert(
    fc.asyncProperty(config, store, async (written, stored) => {
      const patient = { config: JSON.stringify(written), stores: { main: JSON.stringify(stored) } };
      const home = await makePatient(patient);
      try {
        const mended = await treat(home, patient);
        const refused = mended.filter(({ outcome }) => outcome.state === 'refused').flatMap(({ step }) => step.findings.map(({ finding }) => finding.code));
        const left = runChecks(await examine(home, patient)).filter(({ mend }) => mend !== null).map(({ code }) => code);
        expect(left.filter((code) => !refused.includes(code))).toEqual([]);
        expect(mended.map(({ outcome }) => outcome.state)).not.toContain('failed');
      } finally {
        await home.dispose();
      }
    }),
    { numRuns: 40 },
  );
});
