import { expect, test } from 'vitest';
import type { StatusWarning } from '../../src/rules/agent-warnings.ts';
import type { RouteError } from '../../src/rules/cache/route-error.ts';
import type { RouteWarning } from '../../src/rules/cache/route-warning.ts';
import { checkCodes, type CheckCode } from '../../src/rules/doctor/check-codes.ts';

/** Where the doctor tells what others warn of; `null` for what is no trouble. A new warning does not compile until it is here. */
const byStatus: Readonly<Record<StatusWarning['code'], CheckCode>> = {
  'config-broken': 'config-broken',
  'config-refused': 'config-refused',
  'store-broken': 'store-broken',
  'store-hidden': 'store-hidden',
  'profiles-dropped': 'profiles-dropped',
  'migration-required': 'migration-required',
  'stranded-file': 'stranded-file',
  'unmoved-store': 'unmoved-store',
  'stray-file': 'stray-file',
  'empty-after-migration': 'empty-after-migration',
  'newer-database': 'newer-database',
  'newer-schema': 'newer-schema',
  'legacy-file': 'legacy-file',
  'shared-agent-dir': 'config-refused',
  'no-credential': 'no-credential',
  'all-waiting': 'all-waiting',
  'api-key-beside-subscription': 'api-key-beside-subscription',
  'environment-takes-over': 'environment-takes-over',
  'shadowed-environment': 'shadowed-environment',
  'expires-soon': 'expires-soon',
  expired: 'expired',
  'never-used': 'blank-credential',
  'unresolved-reference': 'unresolved-reference',
  'stale-copy': 'stale-copy',
  ghost: 'leftover-copy',
  'type-mismatch': 'wrong-type',
  'last-failure-cleared': 'failure-cleared',
  'absurd-wait': 'absurd-wait',
};

const byRoute: Readonly<Record<RouteWarning['code'], CheckCode | null>> = {
  'invalid-value': 'invalid-retention',
  'beaten-by-api-key-default': 'cache-ttl-beaten',
  'legacy-beaten': 'cache-ttl-beaten',
  'key-not-matched': 'model-key',
  'agent-id-form': 'agent-id-form',
  'long-needs-anthropic': 'hour-lost',
  'no-effect': 'retention-without-effect',
  'other-provider': null,
  'variable-without-effect': 'cache-variable',
  'subscription-cache': null,
  'context1m-token': 'context1m',
  'context1m-model': 'context1m',
  'context1m-retired': 'retired-setting',
  'oauth-betas-dropped': 'beta-header',
  'context1m-not-true': 'context1m',
  'extended-cache-ttl': 'retired-setting',
  'beta-header-replaced': 'beta-header',
  'beta-header-ignored': 'beta-header',
  'tried-while-waiting': null,
  'fallbacks-follow': null,
  'store-not-read': 'store-hidden',
  'model-not-listed': 'model-not-listed',
  'betas-partial': null,
  'version-not-seen': null,
};

const byError: Readonly<Record<RouteError['code'], CheckCode>> = {
  'config-broken': 'config-broken',
  'config-refused': 'config-refused',
  'migration-required': 'migration-required',
  'store-unreadable': 'store-broken',
  'unknown-model': 'unknown-model',
  'no-credential': 'no-credential',
  'all-cooling': 'all-waiting',
  'all-disabled': 'all-waiting',
};

test('whatever status, route and cache warn of, the doctor has a check for', () => {
  const named = [...Object.values(byStatus), ...Object.values(byRoute), ...Object.values(byError)].filter((code) => code !== null);
  expect(named.filter((code) => !checkCodes.includes(code))).toEqual([]);
});
