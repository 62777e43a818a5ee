import type { Check } from './check.ts';
import { absurdWait } from './checks/absurd-wait.ts';
import { agentIdForm } from './checks/agent-id-form.ts';
import { allWaiting } from './checks/all-waiting.ts';
import { apiKeyBesideSubscription } from './checks/api-key-beside-subscription.ts';
import { baseUrl } from './checks/base-url.ts';
import { betaHeader } from './checks/beta-header.ts';
import { blankCredential } from './checks/blank-credential.ts';
import { cacheTtlBeaten } from './checks/cache-ttl-beaten.ts';
import { cacheVariable } from './checks/cache-variable.ts';
import { clockSkew } from './checks/clock-skew.ts';
import { configBroken } from './checks/config-broken.ts';
import { configFromNewer } from './checks/config-from-newer.ts';
import { configRefused } from './checks/config-refused.ts';
import { context1m } from './checks/context1m.ts';
import { credentialLimited } from './checks/credential-limited.ts';
import { credentialRefused } from './checks/credential-refused.ts';
import { credentialRejected } from './checks/credential-rejected.ts';
import { credentialUnfunded } from './checks/credential-unfunded.ts';
import { credentialUnproved } from './checks/credential-unproved.ts';
import { deadLock } from './checks/dead-lock.ts';
import { droppedFallback } from './checks/dropped-fallback.ts';
import { duplicateKey } from './checks/duplicate-key.ts';
import { duplicateSecret } from './checks/duplicate-secret.ts';
import { emptyAfterMigration } from './checks/empty-after-migration.ts';
import { environmentTakesOver } from './checks/environment-takes-over.ts';
import { expired } from './checks/expired.ts';
import { expiresSoon } from './checks/expires-soon.ts';
import { failureCleared } from './checks/failure-cleared.ts';
import { foreignOwner } from './checks/foreign-owner.ts';
import { heartbeatMissesCache } from './checks/heartbeat-misses-cache.ts';
import { hiddenProfile } from './checks/hidden-profile.ts';
import { hourLost } from './checks/hour-lost.ts';
import { inactiveReplacement } from './checks/inactive-replacement.ts';
import { invalidRetention } from './checks/invalid-retention.ts';
import { layoutDisagreement } from './checks/layout-disagreement.ts';
import { leftoverCopy } from './checks/leftover-copy.ts';
import { leftoverFile } from './checks/leftover-file.ts';
import { legacyFile } from './checks/legacy-file.ts';
import { linkedConfig } from './checks/linked-config.ts';
import { locksUnseen } from './checks/locks-unseen.ts';
import { looseDirectoryMode } from './checks/loose-directory-mode.ts';
import { looseFileMode } from './checks/loose-file-mode.ts';
import { migrationRequired } from './checks/migration-required.ts';
import { modeMismatch } from './checks/mode-mismatch.ts';
import { modelKey } from './checks/model-key.ts';
import { modelNotListed } from './checks/model-not-listed.ts';
import { newerDatabase } from './checks/newer-database.ts';
import { newerSchema } from './checks/newer-schema.ts';
import { noCredential } from './checks/no-credential.ts';
import { notACredential } from './checks/not-a-credential.ts';
import { oauthRefresh } from './checks/oauth-refresh.ts';
import { oddExpiry } from './checks/odd-expiry.ts';
import { openSecret } from './checks/open-secret.ts';
import { orderGhost } from './checks/order-ghost.ts';
import { profileWithoutCredential } from './checks/profile-without-credential.ts';
import { profilesDropped } from './checks/profiles-dropped.ts';
import { providerMismatch } from './checks/provider-mismatch.ts';
import { retentionWithoutEffect } from './checks/retention-without-effect.ts';
import { retiredSetting } from './checks/retired-setting.ts';
import { secretInAuditLog } from './checks/secret-in-audit-log.ts';
import { secretInBackup } from './checks/secret-in-backup.ts';
import { secretInGit } from './checks/secret-in-git.ts';
import { secretInHistory } from './checks/secret-in-history.ts';
import { sessionPin } from './checks/session-pin.ts';
import { shadowedEnvironment } from './checks/shadowed-environment.ts';
import { staleCopy } from './checks/stale-copy.ts';
import { storeBroken } from './checks/store-broken.ts';
import { storeHidden } from './checks/store-hidden.ts';
import { strandedFile } from './checks/stranded-file.ts';
import { unmovedStore } from './checks/unmoved-store.ts';
import { strayFile } from './checks/stray-file.ts';
import { tlsVerificationOff } from './checks/tls-verification-off.ts';
import { truncatedCredential } from './checks/truncated-credential.ts';
import { unknownModel } from './checks/unknown-model.ts';
import { unresolvedReference } from './checks/unresolved-reference.ts';
import { unwritable } from './checks/unwritable.ts';
import { wrongType } from './checks/wrong-type.ts';
import type { DoctorFacts } from './facts.ts';
import type { Finding, Severity } from './finding.ts';

/** All checks, in the order in which their findings are told. */
export const checks: readonly Check[] = [
  configBroken,
  configRefused,
  configFromNewer,
  duplicateKey,
  linkedConfig,
  unwritable,
  foreignOwner,
  layoutDisagreement,
  storeBroken,
  storeHidden,
  profilesDropped,
  migrationRequired,
  strandedFile,
  unmovedStore,
  strayFile,
  emptyAfterMigration,
  newerDatabase,
  newerSchema,
  legacyFile,
  unknownModel,
  modelNotListed,
  droppedFallback,
  noCredential,
  allWaiting,
  profileWithoutCredential,
  hiddenProfile,
  modeMismatch,
  providerMismatch,
  blankCredential,
  unresolvedReference,
  inactiveReplacement,
  oddExpiry,
  orderGhost,
  wrongType,
  truncatedCredential,
  notACredential,
  expired,
  expiresSoon,
  oauthRefresh,
  staleCopy,
  leftoverCopy,
  duplicateSecret,
  environmentTakesOver,
  shadowedEnvironment,
  apiKeyBesideSubscription,
  failureCleared,
  absurdWait,
  sessionPin,
  cacheTtlBeaten,
  invalidRetention,
  modelKey,
  agentIdForm,
  retentionWithoutEffect,
  hourLost,
  cacheVariable,
  retiredSetting,
  context1m,
  betaHeader,
  heartbeatMissesCache,
  openSecret,
  looseFileMode,
  looseDirectoryMode,
  secretInAuditLog,
  secretInHistory,
  secretInBackup,
  secretInGit,
  deadLock,
  locksUnseen,
  leftoverFile,
  tlsVerificationOff,
  baseUrl,
  credentialRejected,
  credentialRefused,
  credentialUnfunded,
  credentialLimited,
  credentialUnproved,
  clockSkew,
];

const severities: readonly Severity[] = ['problem', 'warning', 'note'];

/**
 * What the checks find, the worst first, else in their order.
 *
 * @param codes only these checks; all unless told otherwise
 */
export function runChecks(facts: DoctorFacts, codes: ReadonlySet<string> | null = null): readonly Finding[] {
  const chosen = codes === null ? checks : checks.filter(({ code }) => codes.has(code));
  const findings = chosen.flatMap(({ code, find }) => find(facts).map((found): Finding => ({ code, ...found })));
  return findings.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}
