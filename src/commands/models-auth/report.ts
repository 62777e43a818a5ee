import type { CheckReport } from '../../anthropic/verdict.ts';
import type { AppliedFile, Loss } from '../../changes/change.ts';
import { isEmptyChange } from '../../changes/is-empty.ts';
import type { ProfilePlan, ProfileWish } from '../../changes/profiles/profile-plan.ts';
import type { HostEnvironment } from '../../openclaw/installation.ts';
import type { Candidate } from '../../rules/candidate.ts';
import type { ProfileEffect } from '../../rules/profile-effects.ts';
import { safeText, say } from '../../terminal/safe-text.ts';
import { candidateName } from '../../words/candidate.ts';
import { modelsAuthWords } from '../../words/models-auth.ts';
import { profileEffectWords, profileWarningWords } from '../../words/profiles.ts';
import { lossWords } from '../../words/openclaw-program.ts';
import { checkWords } from '../../words/wizard.ts';
import { print, printError, type JsonOutput } from '../output.ts';
import { printChange } from '../print-change.ts';
import { shortener } from '../shorten-path.ts';

/** A live check, as far as a result tells of it. */
export type Checked = Pick<CheckReport, 'verdict' | 'requestIds'>;

/** What came of a verb. */
export interface ProfileOutcome {
  readonly wish: ProfileWish;
  readonly checked: Checked | null;
  readonly plan: Extract<ProfilePlan, { readonly state: 'planned' }>;
  readonly dryRun: boolean;
  /** Empty with `dryRun`. */
  readonly files: readonly AppliedFile[];
  /** What a command of OpenClaw took along. */
  readonly loss: Loss | null;
  /** `clawdial undo` finds it. */
  readonly remembered: boolean;
}

/** More agents than this are counted, not listed. */
const listedAgents = 20;

/** The result as scripts get it. */
export function outcomeJson({ wish, checked, plan, dryRun, files, remembered, loss }: ProfileOutcome): JsonOutput {
  const commands = plan.change.commands ?? [];
  return {
    ok: true,
    action: wish.action,
    title: plan.change.title,
    ...('profileId' in wish ? { profileId: wish.profileId } : {}),
    ...(checked === null ? {} : { verdict: checked.verdict, requestIds: checked.requestIds }),
    agents: plan.effects.map(effectJson),
    files: dryRun
      ? plan.change.files.map(({ path, changes }) => ({ path, changed: changes, backup: null }))
      : files.map(({ path, changed, backup }) => ({ path, changed, backup })),
    ...(commands.length === 0 ? {} : { commands: commands.map(({ program, argv }) => [program, ...argv]) }),
    warnings: plan.warnings.map((warning) => ({ code: warning.code, message: profileWarningWords(warning) })),
    ...(loss === null ? {} : { loss: lossWords(loss) }),
    ...(dryRun ? { dryRun: true } : { undo: remembered }),
  };
}

function effectJson({ agentId, before, after }: ProfileEffect): JsonOutput {
  return { agent: agentId, before: nameOf(before), after: nameOf(after) };
}

function nameOf(candidate: Candidate | null): JsonOutput {
  return candidate === null ? null : candidateName(candidate.source);
}

/** The result as people get it: warnings on stderr, the rest on stdout. */
export function printProfileOutcome({ checked, plan, dryRun, files, remembered, loss }: ProfileOutcome, host: HostEnvironment): void {
  const asksOpenClaw = (plan.change.commands ?? []).length > 0;
  if (checked !== null) print(checkWords.verdicts[checked.verdict]);
  for (const warning of plan.warnings) printError(profileWarningWords(warning));
  if (loss !== null) printError(lossWords(loss));
  if (isEmptyChange(plan.change)) return print(modelsAuthWords.nothingToDo);
  printEffects(plan.effects, dryRun);
  const shorten = shortener(host);
  if (dryRun) {
    print(modelsAuthWords.wouldWrite);
    return printChange(plan.change, shorten);
  }
  print(modelsAuthWords.done(plan.change.title));
  for (const { path, backup } of files.filter(({ changed }) => changed)) {
    print(backup === null ? modelsAuthWords.file(safeText(shorten(path))) : modelsAuthWords.fileAndBackup(safeText(shorten(path)), safeText(shorten(backup))));
  }
  if (files.some(({ path, backup }) => backup !== null && path.includes('auth-'))) print(modelsAuthWords.backupHoldsSecrets);
  if (asksOpenClaw) return;
  if (remembered) print(modelsAuthWords.undoHint);
  else printError(modelsAuthWords.notRemembered);
}

function printEffects(effects: readonly ProfileEffect[], dryRun: boolean): void {
  if (effects.length === 0) return print(modelsAuthWords.noEffect);
  print(dryRun ? modelsAuthWords.agentsWould : modelsAuthWords.agentsNow);
  for (const effect of effects.slice(0, listedAgents)) print(say`  ${profileEffectWords(effect)}`);
  if (effects.length > listedAgents) print(say`  ${modelsAuthWords.more(effects.length - listedAgents)}`);
}
