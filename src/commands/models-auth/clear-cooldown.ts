import { isEmptyChange } from '../../changes/is-empty.ts';
import { planProfile } from '../../changes/profiles/plan-profile.ts';
import type { ProfileWish, Proof } from '../../changes/profiles/profile-plan.ts';
import type { HostEnvironment } from '../../openclaw/installation.ts';
import type { Snapshot, StoredProfile } from '../../openclaw/snapshot.ts';
import { storeOf } from '../../rules/store-merge.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { modelsAuthWords } from '../../words/models-auth.ts';
import { ExpectedFailure, exitCodes, type ExitCode } from '../failure.ts';
import { currentHost } from '../host.ts';
import { storedCredential } from '../onboard/stored-credential.ts';
import { checkPrepared } from '../onboard/prepared-credential.ts';
import { planned, runProfileChange, type Prepared } from './change.ts';
import type { ProfileReading } from './facts.ts';
import type { ClearCooldownFlags } from './flags.ts';

/**
 * `clawdial models auth clear-cooldown PROFILE`: asks Anthropic about the credential and ends what the answer speaks
 * against; with `--force` and a reason, everything, on a person's own word.
 *
 * @returns the exit code
 * @throws ExpectedFailure on what cannot be done
 */
export function runClearCooldown(profileId: string, flags: ClearCooldownFlags, host: HostEnvironment = currentHost()): Promise<ExitCode> {
  const { force, ...others } = flags;
  if (force !== undefined && force.trim() === '') throw new ExpectedFailure(exitCodes.usage, modelsAuthWords.reasonNeeded, modelsAuthWords.reasonNeededAdvice);
  return runProfileChange({ ...others, force: force !== undefined }, host, (reading) => prepare(reading, profileId, flags));
}

async function prepare(reading: ProfileReading, profileId: string, flags: ClearCooldownFlags): Promise<Prepared> {
  const wishFor = (proof: Proof): ProfileWish => ({ action: 'clear-cooldown', profileId, proof });
  if (flags.force !== undefined) return { wish: wishFor({ by: 'person', reason: flags.force.trim() }), checked: null };
  const profile = profileIn(reading.snapshot, profileId);
  const best: ProfileWish = wishFor({ by: 'verdict', verdict: 'valid', secret: profile?.secret ?? null });
  const trial = planned(planProfile(reading, best, { now: Date.now(), force: false }));
  // Where nothing waits there is nothing to ask about.
  if (isEmptyChange(trial.change)) return { wish: best, checked: null };
  const credential = profile === null ? null : storedCredential(profile);
  if (credential === null) throw new ExpectedFailure(exitCodes.failed, modelsAuthWords.noSecret(safeText(profileId)), modelsAuthWords.noSecretAdvice);
  const report = await checkPrepared(reading.snapshot, credential, flags);
  return { wish: wishFor({ by: 'verdict', verdict: report?.verdict ?? 'unknown', secret: credential.secret }), checked: report };
}

/** As the main store has it, else the first agent that does. */
function profileIn({ sharedStore, agents }: Snapshot, profileId: string): StoredProfile | null {
  return [sharedStore, ...agents.map(({ store }) => store)].map((reading) => storeOf(reading).profiles.get(profileId)).find((one) => one !== undefined) ?? null;
}
