import type { CheckCode } from '../../src/rules/doctor/check-codes.ts';
import type { DoctorCase } from './case.ts';
import { absurdWait } from './cases/absurd-wait.ts';
import { agentIdForm } from './cases/agent-id-form.ts';
import { allWaiting } from './cases/all-waiting.ts';
import { apiKeyBesideSubscription } from './cases/api-key-beside-subscription.ts';
import { baseUrl } from './cases/base-url.ts';
import { betaHeader } from './cases/beta-header.ts';
import { blankCredential } from './cases/blank-credential.ts';
import { cacheTtlBeaten } from './cases/cache-ttl-beaten.ts';
import { cacheVariable } from './cases/cache-variable.ts';
import { configBroken } from './cases/config-broken.ts';
import { configFromNewer } from './cases/config-from-newer.ts';
import { configRefused } from './cases/config-refused.ts';
import { context1m } from './cases/context1m.ts';
import { deadLock } from './cases/dead-lock.ts';
import { droppedFallback } from './cases/dropped-fallback.ts';
import { duplicateKey } from './cases/duplicate-key.ts';
import { duplicateSecret } from './cases/duplicate-secret.ts';
import { emptyAfterMigration } from './cases/empty-after-migration.ts';
import { environmentTakesOver } from './cases/environment-takes-over.ts';
import { expired } from './cases/expired.ts';
import { expiresSoon } from './cases/expires-soon.ts';
import { failureCleared } from './cases/failure-cleared.ts';
import { foreignOwner } from './cases/foreign-owner.ts';
import { heartbeatMissesCache } from './cases/heartbeat-misses-cache.ts';
import { hiddenProfile } from './cases/hidden-profile.ts';
import { hourLost } from './cases/hour-lost.ts';
import { inactiveReplacement } from './cases/inactive-replacement.ts';
import { invalidRetention } from './cases/invalid-retention.ts';
import { layoutDisagreement } from './cases/layout-disagreement.ts';
import { leftoverCopy } from './cases/leftover-copy.ts';
import { leftoverFile } from './cases/leftover-file.ts';
import { legacyFile } from './cases/legacy-file.ts';
import { linkedConfig } from './cases/linked-config.ts';
import { locksUnseen } from './cases/locks-unseen.ts';
import { looseDirectoryMode } from './cases/loose-directory-mode.ts';
import { looseFileMode } from './cases/loose-file-mode.ts';
import { migrationRequired } from './cases/migration-required.ts';
import { modeMismatch } from './cases/mode-mismatch.ts';
import { modelKey } from './cases/model-key.ts';
import { modelNotListed } from './cases/model-not-listed.ts';
import { newerDatabase } from './cases/newer-database.ts';
import { newerSchema } from './cases/newer-schema.ts';
import { noCredential } from './cases/no-credential.ts';
import { notACredential } from './cases/not-a-credential.ts';
import { oauthRefresh } from './cases/oauth-refresh.ts';
import { oddExpiry } from './cases/odd-expiry.ts';
import { openSecret } from './cases/open-secret.ts';
import { orderGhost } from './cases/order-ghost.ts';
import { profileWithoutCredential } from './cases/profile-without-credential.ts';
import { profilesDropped } from './cases/profiles-dropped.ts';
import { providerMismatch } from './cases/provider-mismatch.ts';
import { retentionWithoutEffect } from './cases/retention-without-effect.ts';
import { retiredSetting } from './cases/retired-setting.ts';
import { secretInAuditLog } from './cases/secret-in-audit-log.ts';
import { secretInBackup } from './cases/secret-in-backup.ts';
import { secretInGit } from './cases/secret-in-git.ts';
import { secretInHistory } from './cases/secret-in-history.ts';
import { sessionPin } from './cases/session-pin.ts';
import { shadowedEnvironment } from './cases/shadowed-environment.ts';
import { staleCopy } from './cases/stale-copy.ts';
import { storeBroken } from './cases/store-broken.ts';
import { storeHidden } from './cases/store-hidden.ts';
import { strandedFile } from './cases/stranded-file.ts';
import { unmovedStore } from './cases/unmoved-store.ts';
import { strayFile } from './cases/stray-file.ts';
import { tlsVerificationOff } from './cases/tls-verification-off.ts';
import { truncatedCredential } from './cases/truncated-credential.ts';
import { unknownModel } from './cases/unknown-model.ts';
import { unresolvedReference } from './cases/unresolved-reference.ts';
import { unwritable } from './cases/unwritable.ts';
import { wrongType } from './cases/wrong-type.ts';

/** A trouble for each check that needs no answer of the API. */
export const cases: ReadonlyMap<CheckCode, DoctorCase> = new Map<CheckCode, DoctorCase>([
  ['config-broken', configBroken],
  ['config-refused', configRefused],
  ['config-from-newer', configFromNewer],
  ['duplicate-key', duplicateKey],
  ['linked-config', linkedConfig],
  ['unwritable', unwritable],
  ['foreign-owner', foreignOwner],
  ['layout-disagreement', layoutDisagreement],
  ['store-broken', storeBroken],
  ['store-hidden', storeHidden],
  ['profiles-dropped', profilesDropped],
  ['migration-required', migrationRequired],
  ['stranded-file', strandedFile],
  ['unmoved-store', unmovedStore],
  ['stray-file', strayFile],
  ['empty-after-migration', emptyAfterMigration],
  ['newer-database', newerDatabase],
  ['newer-schema', newerSchema],
  ['legacy-file', legacyFile],
  ['unknown-model', unknownModel],
  ['model-not-listed', modelNotListed],
  ['dropped-fallback', droppedFallback],
  ['no-credential', noCredential],
  ['all-waiting', allWaiting],
  ['profile-without-credential', profileWithoutCredential],
  ['hidden-profile', hiddenProfile],
  ['mode-mismatch', modeMismatch],
  ['provider-mismatch', providerMismatch],
  ['blank-credential', blankCredential],
  ['unresolved-reference', unresolvedReference],
  ['inactive-replacement', inactiveReplacement],
  ['odd-expiry', oddExpiry],
  ['order-ghost', orderGhost],
  ['wrong-type', wrongType],
  ['truncated-credential', truncatedCredential],
  ['not-a-credential', notACredential],
  ['expired', expired],
  ['expires-soon', expiresSoon],
  ['oauth-refresh', oauthRefresh],
  ['stale-copy', staleCopy],
  ['leftover-copy', leftoverCopy],
  ['duplicate-secret', duplicateSecret],
  ['environment-takes-over', environmentTakesOver],
  ['shadowed-environment', shadowedEnvironment],
  ['api-key-beside-subscription', apiKeyBesideSubscription],
  ['failure-cleared', failureCleared],
  ['absurd-wait', absurdWait],
  ['session-pin', sessionPin],
  ['cache-ttl-beaten', cacheTtlBeaten],
  ['invalid-retention', invalidRetention],
  ['model-key', modelKey],
  ['agent-id-form', agentIdForm],
  ['retention-without-effect', retentionWithoutEffect],
  ['hour-lost', hourLost],
  ['cache-variable', cacheVariable],
  ['retired-setting', retiredSetting],
  ['context1m', context1m],
  ['beta-header', betaHeader],
  ['heartbeat-misses-cache', heartbeatMissesCache],
  ['open-secret', openSecret],
  ['loose-file-mode', looseFileMode],
  ['loose-directory-mode', looseDirectoryMode],
  ['secret-in-audit-log', secretInAuditLog],
  ['secret-in-history', secretInHistory],
  ['secret-in-backup', secretInBackup],
  ['secret-in-git', secretInGit],
  ['dead-lock', deadLock],
  ['locks-unseen', locksUnseen],
  ['leftover-file', leftoverFile],
  ['tls-verification-off', tlsVerificationOff],
  ['base-url', baseUrl],
]);
