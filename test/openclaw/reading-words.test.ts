import { expect, test } from 'vitest';
import type { UsageProblem } from '../../src/openclaw/locate.ts';
import { installationProblemWords, layoutReasonWords, versionOriginWords } from '../../src/words/reading.ts';

test.each<[UsageProblem, string]>([
  [{ kind: 'profile-without-name' }, '--profile'],
  [{ kind: 'profile-name', value: 'a\u202Eb' }, 'a\\u{202E}b'],
  [{ kind: 'profile-and-dev' }, '--dev'],
  [{ kind: 'version', by: 'flag', value: 'latest' }, 'latest'],
  [{ kind: 'version', by: 'variable', value: 'latest' }, 'latest'],
])('%j: says what is wrong and that nothing was read', (problem, part) => {
  const { title, advice } = installationProblemWords(problem);
  expect(title).toContain(part);
  expect(advice).toContain('Nothing was read.');
});

test('a wrong version is put right where it was written', () => {
  expect(installationProblemWords({ kind: 'version', by: 'flag', value: 'x' }).advice).toContain('--openclaw-version');
  expect(installationProblemWords({ kind: 'version', by: 'variable', value: 'x' }).advice).toContain('CLAWDIAL_OPENCLAW_VERSION');
});

test('the origin of the version names the file that decided', () => {
  expect(versionOriginWords({ by: 'program', path: '/x/package.json' })).toBe('from /x/package.json');
  expect(versionOriginWords({ by: 'assumed' })).toContain('assumed');
});

test('a layout that does not fit says so, and that only reading is safe', () => {
  const words = layoutReasonWords({ because: 'disagreement', versionSays: 'shared-database', filesSay: 'single-file', found: '/a/auth-profiles.json' });
  expect(words).toContain('/a/auth-profiles.json');
  expect(words).toContain('shared-database');
  expect(words).toContain('only reading is safe');
});
