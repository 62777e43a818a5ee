import { profileTypeOf } from '../../../components/wizard/name-form.ts';
import type { PreparedCredential } from '../../../components/wizard/state.ts';
import { planProfile } from '../../changes/profiles/plan-profile.ts';
import type { NewSecret, ProfileWish } from '../../changes/profiles/profile-plan.ts';
import type { HostEnvironment } from '../../openclaw/installation.ts';
import { parseLifetime } from '../../rules/duration.ts';
import { profileTypes } from '../../rules/profile-types.ts';
import { safeText, type SafeText } from '../../terminal/safe-text.ts';
import { Secret } from '../../terminal/secret.ts';
import { modelsAuthWords } from '../../words/models-auth.ts';
import { nameProblemWords } from '../../words/name-problem.ts';
import { onboardWords } from '../../words/onboard.ts';
import { ExpectedFailure, exitCodes, type ExitCode } from '../failure.ts';
import { currentHost } from '../host.ts';
import { checkPrepared, notProvedWords, preparedCredential } from '../onboard/prepared-credential.ts';
import { printError } from '../output.ts';
import { askSecret } from './ask-secret.ts';
import { planned, runProfileChange, type Prepared } from './change.ts';
import type { ProfileReading } from './facts.ts';
import type { RotateFlags } from './flags.ts';

/**
 * `clawdial models auth rotate PROFILE`: a new secret under the same id, wherever that is stored. What stands in the way is
 * said before the secret is asked for, and the secret is checked before anything is planned for good.
 *
 * @returns the exit code
 * @throws ExpectedFailure on what cannot be done
 */
export function runRotate(profileId: string, flags: RotateFlags, host: HostEnvironment = currentHost()): Promise<ExitCode> {
  const lifetimeMs = lifetimeOf(flags);
  return runProfileChange(flags, host, (reading) => prepare(reading, profileId, lifetimeMs, flags));
}

async function prepare(reading: ProfileReading, profileId: string, lifetimeMs: number | null, flags: RotateFlags): Promise<Prepared> {
  const stored = profileTypes(reading.snapshot).get(profileId) === 'token' ? 'setup-token' : 'api-key';
  const wishFor = (credential: NewSecret, proved: boolean): ProfileWish => ({ action: 'rotate', profileId, credential, proved });
  const refuse = (wish: ProfileWish): unknown => planned(planProfile(reading, wish, { now: Date.now(), force: flags.force === true }));
  refuse(wishFor(newSecret({ kind: stored, secret: new Secret('') }, null), false));
  const raw = await askSecret(stored === 'api-key' ? modelsAuthWords.askApiKey : modelsAuthWords.askToken);
  const notes: SafeText[] = [];
  const credential = preparedCredential(raw, stored, flags.saveUnchecked === true, notes);
  for (const note of notes) printError(note);
  const given = newSecret(credential, lifetimeMs);
  refuse(wishFor(given, false));
  const report = await checkPrepared(reading.snapshot, credential, flags);
  if (report !== null && report.verdict !== 'valid' && flags.saveUnchecked !== true) {
    const { title, advice } = notProvedWords(report);
    throw new ExpectedFailure(exitCodes.failed, title, advice);
  }
  // The list of models says that a credential is good, and nothing about what it may still ask for.
  const proved = report?.verdict === 'valid' && (flags.check ?? 'message') === 'message';
  return { wish: wishFor(given, proved), checked: report };
}

function newSecret({ kind, secret }: Pick<PreparedCredential, 'kind' | 'secret'>, lifetimeMs: number | null): NewSecret {
  if (profileTypeOf(kind) === 'api_key') return { type: 'api_key', secret };
  return { type: 'token', secret, expires: lifetimeMs === null ? null : Date.now() + lifetimeMs };
}

function lifetimeOf({ expiresIn }: RotateFlags): number | null {
  if (expiresIn === undefined) return null;
  const lifetime = parseLifetime(expiresIn);
  if (lifetime !== null) return lifetime;
  throw new ExpectedFailure(exitCodes.usage, onboardWords.badDuration(safeText(expiresIn)), nameProblemWords({ kind: 'duration' }));
}
