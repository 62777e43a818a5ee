import type { SaveWish, WizardFacts } from '../../components/wizard/state.ts';
import { profileTypeOf } from '../../components/wizard/name-form.ts';
import type { ApplyResult, Change, FileChange, LockHolder } from '../changes/change.ts';
import { gitWorkTreeOf } from '../changes/preflight.ts';
import { planSaveCredential } from '../changes/save-credential.ts';
import type { PlanResult, PlanWarning, SaveCredentialWish } from '../changes/save-plan.ts';
import { applyConfigChange } from './cache/apply-plan.ts';

/** Plans the files that a wish changes, from what was read. @param now epoch ms */
export function planSave(facts: WizardFacts, wish: SaveWish, now: number): PlanResult {
  const plan = planSaveCredential(facts.snapshot, toSaveCredentialWish(wish, now), now, facts.program);
  if (plan.state === 'refused') return plan;
  return { ...plan, warnings: [...plan.warnings, ...plan.change.files.flatMap(workTreeWarning)] };
}

function workTreeWarning({ path, changes }: FileChange): readonly PlanWarning[] {
  const workTree = changes ? gitWorkTreeOf(path) : null;
  return workTree === null ? [] : [{ code: 'git-work-tree', path, workTree }];
}

/** Applies a plan once, under OpenClaw's locks, and notes it down for undo. */
export async function applySave(
  facts: WizardFacts,
  change: Change,
  options: {
    readonly signal: AbortSignal;
    readonly onWaiting: (holder: LockHolder, elapsedMs: number) => void;
    /** Reads the same installation once more, for what a command of OpenClaw did. */
    readonly readAgain: () => Promise<WizardFacts>;
  },
): Promise<ApplyResult> {
  const { result } = await applyConfigChange(facts.snapshot, change, { ...options, readAgain: async () => (await options.readAgain()).snapshot, remember: true });
  return result;
}

function toSaveCredentialWish(wish: SaveWish, now: number): SaveCredentialWish {
  const { credential, lifetimeMs } = wish;
  const expires = lifetimeMs === null ? null : now + lifetimeMs;
  return {
    agentIds: wish.scope.kind === 'all' ? 'all' : wish.scope.agentIds,
    profileId: wish.profileId,
    credential:
      profileTypeOf(credential.kind) === 'api_key'
        ? { type: 'api_key', secret: credential.secret }
        : { type: 'token', secret: credential.secret, expires },
    defaultModel: wish.defaultModel,
  };
}
