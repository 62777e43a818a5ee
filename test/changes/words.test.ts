import { describe, expect, it } from 'vitest';
import type { ApplyResult } from '../../src/changes/change.ts';
import type { PlanWarning, RefusalReason } from '../../src/changes/save-plan.ts';
import { applyResultWords, lockHolderWords, planWarningWords, refusalWords } from '../../src/words/changes.ts';

const path = '/home/operator/.openclaw/openclaw.json';
const problem = { kind: 'syntax', line: 3, column: 5, message: 'x' } as const;

const refusals: readonly RefusalReason[] = [
  { code: 'broken-store', path, problem },
  { code: 'broken-config', path, problem },
  { code: 'include', path, files: [], at: ['auth'] },
  { code: 'other-type', path, profileId: 'anthropic:default', found: 'token', proposedId: 'anthropic:api-key' },
  { code: 'edit', path, problem: 'duplicate-key', at: ['auth'], line: 3 },
];

describe('what a person is told', () => {
  it.each(refusals.map((reason) => [reason.code, reason] as const))('a refusal (%s) names the file, what was left alone and what to do', (_code, reason) => {
    const { title, advice } = refusalWords(reason);
    expect(title).toContain(path);
    expect(title).toContain('Nothing was changed');
    expect(advice).not.toBe('');
  });

  it.each(['EACCES', 'EROFS', 'ENOSPC', 'EDQUOT', 'EIO', 'EBUSY', 'ELOOP', 'EISDIR', 'ENOTFILE', 'EHARDLINK', 'ENOTOWNER', 'EXDEV'])('a failure (%s) names the file, what is already saved and what to do', (code) => {
    const files = [{ path: '/saved.json', changed: true, backup: null }];
    const { title, advice } = applyResultWords({ state: 'failed', path, code, files });
    expect(title).toContain(path);
    expect(title).toContain('/saved.json');
    expect(applyResultWords({ state: 'failed', path, code, files: [] }).title).toContain('Nothing was changed');
    expect(advice).not.toBe('');
  });

  it('a held lock names its holder and its age', () => {
    const holder = { pid: 7, command: null, ageMs: 4200 };
    const locked: Exclude<ApplyResult, { state: 'applied' }> = { state: 'locked', path, holder, files: [] };
    expect(applyResultWords(locked).title).toContain('process 7, for 4 s');
    expect(lockHolderWords({ pid: null, command: null, ageMs: 0 })).toContain('unnamed');
  });

  it('a warning names the profile and the time', () => {
    const warnings: readonly PlanWarning[] = [
      { code: 'unlisted-profiles', profileIds: ['a', 'b'] },
      { code: 'cooldown-stays', profileId: 'anthropic:default', until: Date.UTC(2026, 0, 2) },
      { code: 'variable-ignored', name: 'ANTHROPIC_API_KEY' },
      { code: 'gateway-restart' },
    ];
    const words = warnings.map(planWarningWords).join('\n');
    for (const part of ['a, b', 'anthropic:default', '2 Jan 2026', 'ANTHROPIC_API_KEY', 'restarts']) {
      expect(words).toContain(part);
    }
  });

  it('nothing of a hostile name reaches the terminal raw', () => {
    const { title } = refusalWords({ code: 'profile-id', profileId: '\u001B[2J' });
    expect(title).not.toContain('\u001B');
  });
});
