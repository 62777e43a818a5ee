import { planProfile } from '../../changes/profiles/plan-profile.ts';
import type { ProfilePlan, ProfileWish } from '../../changes/profiles/profile-plan.ts';
import type { HostEnvironment } from '../../openclaw/installation.ts';
import type { Snapshot } from '../../openclaw/snapshot.ts';
import { profileEffects } from '../../rules/profile-effects.ts';
import { profileRefusalWords } from '../../words/profiles.ts';
import { applyConfigChange } from '../cache/apply-plan.ts';
import { applyFailure, explain, failureJson } from '../cache/report.ts';
import { ExpectedFailure, exitCodes, type ExitCode } from '../failure.ts';
import { printJson } from '../output.ts';
import { readProfileFacts, type ProfileReading } from './facts.ts';
import type { ChangeFlags } from './flags.ts';
import { outcomeJson, printProfileOutcome, type Checked, type ProfileOutcome } from './report.ts';

type Planned = Extract<ProfilePlan, { readonly state: 'planned' }>;

/** How often a plan is made anew when a file changes under it. */
const maximumPlans = 3;

/** What a verb knows before anything is planned. */
export interface Prepared {
  readonly wish: ProfileWish;
  /** What a live check said; null where none was made. */
  readonly checked: Checked | null;
}

/**
 * One verb from reading to the result. What must be asked or checked is prepared once; the plan is made anew, from what is
 * there by then, when a file changed meanwhile.
 *
 * @returns the exit code
 * @throws ExpectedFailure on what cannot be done
 */
export async function runProfileChange(flags: ChangeFlags, host: HostEnvironment, prepare: (reading: ProfileReading) => Prepared | Promise<Prepared>): Promise<ExitCode> {
  try {
    const outcome = await carryOut(flags, host, prepare);
    if (flags.json === true) printJson(outcomeJson(outcome));
    else printProfileOutcome(outcome, host);
    return exitCodes.done;
  } catch (error) {
    if (flags.json === true && error instanceof ExpectedFailure) printJson(failureJson(error));
    throw error;
  }
}

async function carryOut(flags: ChangeFlags, host: HostEnvironment, prepare: (reading: ProfileReading) => Prepared | Promise<Prepared>): Promise<ProfileOutcome> {
  let reading = await readProfileFacts(flags, host);
  const prepared = await prepare(reading);
  for (let attempt = 1; ; attempt += 1) {
    const plan = planned(planProfile(reading, prepared.wish, { now: Date.now(), force: flags.force === true }));
    const outcome = { ...prepared, plan };
    if (flags.dryRun === true) return { ...outcome, dryRun: true, files: [], remembered: true, loss: null };
    const readAgain = async (): Promise<Snapshot> => (await readProfileFacts(flags, host)).snapshot;
    const { result, remembered } = await applyConfigChange(reading.snapshot, plan.change, { readAgain, remember: true });
    if (result.state === 'applied') return { ...outcome, plan: await withEffects(plan, reading.snapshot, readAgain), dryRun: false, files: result.files, remembered, loss: result.loss ?? null };
    if (result.state !== 'conflict' || attempt === maximumPlans) throw applyFailure(result);
    reading = await readProfileFacts(flags, host);
  }
}

/** What OpenClaw's own commands did to each agent is seen afterwards. */
async function withEffects(plan: Planned, before: Snapshot, readAgain: () => Promise<Snapshot>): Promise<Planned> {
  if ((plan.change.commands ?? []).length === 0) return plan;
  return { ...plan, effects: profileEffects(before, await readAgain(), Date.now()) };
}

/** @throws ExpectedFailure when it was refused */
export function planned(plan: ProfilePlan): Planned {
  if (plan.state === 'planned') return plan;
  throw explain(profileRefusalWords(plan.reason));
}
