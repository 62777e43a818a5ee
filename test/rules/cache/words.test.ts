import { describe, expect, test } from 'vitest';
import type { RouteError } from '../../../src/rules/cache/route-error.ts';
import type { RouteWarning } from '../../../src/rules/cache/route-warning.ts';
import { safeText } from '../../../src/terminal/safe-text.ts';
import { pathWords, retentionWords, valueWords } from '../../../src/words/cache.ts';
import { routeErrorWords } from '../../../src/words/route-error.ts';
import { routeWarningWords } from '../../../src/words/route-warning.ts';

const path = ['agents', 'list', '1', 'params', 'cacheRetention'];
const written = 'agents.list[1].params.cacheRetention';

describe('what a person reads about a route', () => {
  test.each<[RouteWarning, string]>([
    [{ code: 'invalid-value', path, value: 'LONG', masks: ['a', 'b'] }, `${written} is "LONG"`],
    [{ code: 'invalid-value', path, value: 'LONG', masks: ['a', 'b'] }, 'It also hides a.b.'],
    [{ code: 'invalid-value', path: ['x', 'cacheControlTtl'], value: 5, masks: null }, 'only "5m" or "1h"'],
    [{ code: 'beaten-by-api-key-default', path }, written],
    [{ code: 'long-needs-anthropic', baseUrl: 'https://me:pass@p.example/v1?key=x' }, 'it is https://p.example/v1.'],
    [{ code: 'no-effect', family: 'openrouter', provider: 'openrouter', path }, 'always asks for 5 minutes'],
    [{ code: 'variable-without-effect', name: 'PI_CACHE_RETENTION', because: 'params' }, 'PI_CACHE_RETENTION is set'],
    [{ code: 'tried-while-waiting', profileId: 'anthropic:a', kind: 'disabled' }, 'anthropic:a is disabled, but tried'],
    [{ code: 'store-not-read', path: '/x.sqlite' }, 'which clawdial does not read here'],
    [{ code: 'oauth-betas-dropped', by: 'context1m' }, 'Remove context1m.'],
    [{ code: 'version-not-seen', rulesOf: '2026.3.13' }, 'The rules of 2026.3.13'],
  ])('%j', (warning, part) => {
    expect(routeWarningWords(warning)).toContain(part);
  });

  test.each<[RouteError, string, string]>([
    [{ code: 'migration-required', path: '/a/auth-profiles.json' }, '/a/auth-profiles.json', 'openclaw doctor --fix'],
    [{ code: 'unknown-model', ref: 'anthropic/x' }, 'does not know the model anthropic/x', 'update OpenClaw'],
    [{ code: 'no-credential', out: [] }, 'has no Anthropic credential', 'clawdial onboard'],
    [{ code: 'no-credential', out: [{ profileId: 'anthropic:t', because: 'expired' }] }, 'anthropic:t: expired', 'clawdial onboard'],
    [{ code: 'all-cooling', profileId: 'a', remainingMs: 600_000, reason: 'rate_limit', count: 1 }, 'The only profile, a, is cooling down (rate_limit)', '10 min'],
    [{ code: 'all-disabled', profileId: 'a', remainingMs: 3_600_000, reason: null, count: 3 }, 'All 3 profiles are waiting', '1 hr'],
  ])('%j', (error, title, advice) => {
    const words = routeErrorWords(error, safeText('2026.9.6'));
    expect(words.title).toContain(title);
    expect(words.advice).toContain(advice);
  });

  test('paths are written with quotes around odd keys', () => {
    expect(pathWords(['agents', 'defaults', 'models', 'anthropic/claude-opus-4-6', 'params'])).toBe('agents.defaults.models["anthropic/claude-opus-4-6"].params');
    expect(pathWords(['a', '"x"\u001B'])).not.toContain('\u001B');
  });

  test('a value is short, and holds no credential', () => {
    expect(valueWords('x'.repeat(500))).toHaveLength(61);
    expect(valueWords({ a: `sk-ant-api03-${'a'.repeat(20)}` })).toBe('{"a":"[secret]"}');
    expect(valueWords(null)).toBe('null');
  });

  test('a retention tells how long', () => {
    expect([retentionWords('none', null), retentionWords('short', '5m'), retentionWords('long', '1h')].join('|')).toMatch(/nothing is marked.*5 minutes.*1 hour/);
  });
});
