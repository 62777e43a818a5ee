import type { CheckDepth, CheckReport, CheckStep, CredentialKind } from '../../src/anthropic/verdict.ts';
import type { ReadCredential } from '../../src/anthropic/credential.ts';
import type { ApplyResult, AppliedFile, Change, LockHolder, Loss } from '../../src/changes/change.ts';
import type { Obstacle } from '../../src/changes/obstacle.ts';
import type { PlanResult, PlanWarning, RefusalReason } from '../../src/changes/save-plan.ts';
import type { ProgramFacts } from '../../src/openclaw-program/program-facts.ts';
import type { CredentialVariable, Snapshot } from '../../src/openclaw/snapshot.ts';
import type { AgentCredentials } from '../../src/rules/candidates.ts';
import type { NameProblem } from '../../src/words/name-problem.ts';
import type { Secret } from '../../src/terminal/secret.ts';
import type { Saving, SaveTrouble } from '../review/saving.ts';
import type { SecretDraft } from '../parts/secret-draft.ts';

/** What the wizard stands on; read again after every save and every conflict. */
export interface WizardFacts {
  readonly snapshot: Snapshot;
  /** The `openclaw` that saves where clawdial does not. */
  readonly program: ProgramFacts;
  /** One entry per agent, in the config's order. */
  readonly credentials: readonly AgentCredentials[];
  /** Why nothing may be written here; the wizard then only shows. */
  readonly obstacle: Obstacle | null;
}

/** What the demo adds. */
export interface DemoSettings {
  /** A made-up credential to try with. */
  readonly credential: (kind: CredentialKind) => Secret;
}

/** What this run was started with. */
export interface WizardSettings {
  /** Path of `claude`, when it is on PATH. */
  readonly claudeProgram: string | null;
  readonly depth: CheckDepth;
  /** Inside `clawdial demo`, where everything is thrown away at the end; null elsewhere. */
  readonly demo: DemoSettings | null;
}

/** Which agents a credential is for: all of them (kept once, in main's store, and inherited) or some alone. */
export type AgentScope = { readonly kind: 'all' } | { readonly kind: 'some'; readonly agentIds: readonly string[] };

/** A credential that is ready to be checked and saved. */
export interface PreparedCredential extends Pick<ReadCredential, 'secret' | 'summary'> {
  readonly kind: CredentialKind;
  /** Where it was found; null when it was pasted. */
  readonly variable: CredentialVariable | null;
}

/** The choice on the second screen that leads to a credential. */
export type CredentialChoice =
  | { readonly kind: CredentialKind }
  | { readonly kind: 'variable'; readonly variable: CredentialVariable };

export type CheckRun =
  | { readonly state: 'running'; readonly steps: readonly CheckStep[] }
  | { readonly state: 'finished'; readonly steps: readonly CheckStep[]; readonly report: CheckReport };

/** The names of the fields on the screen "Name and model", in their order. */
export type NameField = 'profile-id' | 'expiry' | 'model';

export interface NameForm {
  readonly profileId: string;
  /** As typed: a duration such as `365d`; blank for "none recorded". Only for a setup-token. */
  readonly expiry: string;
  /** A model reference, or null to keep what is configured. */
  readonly model: string | null;
  readonly field: NameField;
  /** A problem with the present field, in a word that the screen turns into a sentence. */
  readonly problem: NameProblem | null;
}

/** All that the review needs to plan again when a file changed under us. */
export interface SaveWish {
  readonly credential: PreparedCredential;
  readonly scope: AgentScope;
  readonly profileId: string;
  /** Lifetime from now in ms; null records no end. */
  readonly lifetimeMs: number | null;
  readonly defaultModel: string | null;
}

export type Review =
  | { readonly state: 'planned'; readonly change: Change; readonly warnings: readonly PlanWarning[] }
  | { readonly state: 'refused'; readonly reason: RefusalReason };

/** What is known so far; each screen adds to it, and `onward` picks the next screen from what is still missing. */
export interface Answers {
  readonly choice: CredentialChoice;
  /** The person has seen how to get a setup-token. */
  readonly obtained: boolean;
  readonly scope: AgentScope | null;
  readonly credential: PreparedCredential | null;
}

/** Answers with all that a check and a save need. */
export interface CompleteAnswers extends Answers {
  readonly scope: AgentScope;
  readonly credential: PreparedCredential;
}

export type Screen =
  | { readonly name: 'found' }
  | { readonly name: 'choose' }
  | { readonly name: 'notice'; readonly answers: Answers }
  | { readonly name: 'obtain'; readonly answers: Answers }
  | { readonly name: 'agents'; readonly answers: Answers }
  /** `asking`: an unusual value waits for the person to say whether to keep it. `tried`: Enter was pressed on what stands there. */
  | { readonly name: 'paste'; readonly answers: Answers; readonly draft: SecretDraft; readonly asking: boolean; readonly tried: boolean }
  | { readonly name: 'trust'; readonly answers: CompleteAnswers }
  | { readonly name: 'check'; readonly answers: CompleteAnswers; readonly id: number; readonly run: CheckRun }
  | { readonly name: 'name'; readonly answers: CompleteAnswers; readonly report: CheckReport | null; readonly form: NameForm }
  | { readonly name: 'review'; readonly wish: SaveWish; readonly review: Review; readonly saving: Saving; readonly trouble: SaveTrouble | null }
  | { readonly name: 'done'; readonly wish: SaveWish; readonly files: readonly AppliedFile[]; readonly durable: boolean; readonly byProgram: boolean; readonly loss: Loss | null };

export type ScreenName = Screen['name'];

export interface WizardState {
  readonly facts: WizardFacts;
  readonly settings: WizardSettings;
  /** The policy notice was acknowledged, now or in an earlier run. */
  readonly noticeAcknowledged: boolean;
  readonly screen: Screen;
  /** Screens to go back to, newest last. */
  readonly history: readonly Screen[];
  /** The base URL that the person said yes to in this run. */
  readonly trustedBaseUrl: string | null;
  /** How many checks were started; the newest one's id. */
  readonly checks: number;
  /** The profile that was saved last in this run, or null. */
  readonly saved: string | null;
}

/** What the person does, and what comes back from the effects. */
export type WizardEvent =
  | { readonly type: 'back' }
  | { readonly type: 'leave' }
  | { readonly type: 'continue' }
  | { readonly type: 'chose'; readonly choice: CredentialChoice }
  | { readonly type: 'demo' }
  | { readonly type: 'scoped'; readonly scope: AgentScope }
  | { readonly type: 'run-claude' }
  | { readonly type: 'draft'; readonly draft: SecretDraft }
  | { readonly type: 'keep-credential' }
  | { readonly type: 'check-again' }
  | { readonly type: 'edit-credential' }
  | { readonly type: 'save-anyway' }
  | { readonly type: 'profile-id'; readonly text: string }
  | { readonly type: 'expiry'; readonly text: string }
  | { readonly type: 'model'; readonly model: string | null }
  | { readonly type: 'read-again' }
  | { readonly type: 'check-step'; readonly id: number; readonly step: CheckStep }
  | { readonly type: 'checked'; readonly id: number; readonly report: CheckReport }
  | { readonly type: 'planned'; readonly result: PlanResult; readonly wish: SaveWish }
  | { readonly type: 'waiting'; readonly holder: LockHolder; readonly elapsedMs: number }
  | { readonly type: 'applied'; readonly result: ApplyResult; readonly facts: WizardFacts; readonly plan: PlanResult | null }
  | { readonly type: 'facts'; readonly facts: WizardFacts };

/** What the world has to do for the wizard; carried out outside the components. */
export type WizardEffect =
  | { readonly do: 'check'; readonly id: number; readonly credential: PreparedCredential }
  | { readonly do: 'cancel' }
  | { readonly do: 'plan'; readonly wish: SaveWish }
  | { readonly do: 'apply'; readonly change: Change; readonly wish: SaveWish }
  | { readonly do: 'read' }
  | { readonly do: 'run-claude' }
  | { readonly do: 'remember-notice' }
  | { readonly do: 'demo' }
  | { readonly do: 'dashboard' }
  | { readonly do: 'leave' };

export interface WizardUpdate {
  readonly state: WizardState;
  readonly effects: readonly WizardEffect[];
}

/** The state in which every run starts. */
export function initialState(facts: WizardFacts, settings: WizardSettings, noticeAcknowledged: boolean): WizardState {
  return {
    facts,
    settings,
    noticeAcknowledged,
    screen: { name: 'found' },
    history: [],
    trustedBaseUrl: null,
    checks: 0,
    saved: null,
  };
}
