import { defaultProfileId, profileIdProblem } from '../../../components/wizard/name-form.ts';
import type { AgentScope, PreparedCredential, SaveWish, WizardFacts } from '../../../components/wizard/state.ts';
import type { CheckReport, CredentialKind } from '../../anthropic/verdict.ts';
import type { ApplyResult } from '../../changes/change.ts';
import type { PlanResult } from '../../changes/save-plan.ts';
import type { HostEnvironment, InstallationFlags } from '../../openclaw/installation.ts';
import { parseLifetime } from '../../rules/duration.ts';
import { normaliseAgentId } from '../../rules/agents.ts';
import { catalogueEntry } from '../../rules/model-catalogue.ts';
import { servedAgents } from '../../rules/served-agents.ts';
import { joinSafe, safeText, type SafeText } from '../../terminal/safe-text.ts';
import { applyResultWords, overwrittenWords, planWarningWords, refusalWords } from '../../words/changes.ts';
import { describeObstacle } from '../../words/obstacle.ts';
import { lossWords } from '../../words/openclaw-program.ts';
import { nameProblemWords } from '../../words/name-problem.ts';
import { onboardWords } from '../../words/onboard.ts';
import { ExpectedFailure, exitCodes, type ExitCode } from '../failure.ts';
import { printError, printJson } from '../output.ts';
import { readFacts } from '../read-facts.ts';
import { applySave, planSave } from '../save.ts';
import { type Outcome, outcomeJson, printOutcome } from './outcome.ts';
import type { OnboardFlags } from './flags.ts';
import { givenCredential, wantedKind, type GivenCredential } from './given-credential.ts';
import { checkPrepared, notProvedWords, preparedCredential } from './prepared-credential.ts';
import { unknownName } from '../unknown-name.ts';

type Flags = OnboardFlags & InstallationFlags;

/** As often as the files may change under us before we give up. */
const maximumPlans = 5;

/**
 * `clawdial onboard` without questions: read, clean, check, plan, apply, read back. Prints one result; warnings go to
 * stderr, before an error too.
 *
 * @param given the credential, when it was asked for before; else it is taken from the flags, stdin or the environment
 * @returns 0 saved (or shown, with --dry-run), 1 not saved, 2 wrong use, 3 a file kept changing, 4 locked
 */
export async function runNonInteractive(flags: Flags, host: HostEnvironment, given: GivenCredential | null = null): Promise<ExitCode> {
  const warnings: SafeText[] = [];
  try {
    const outcome = { ...(await setUp(flags, host, given, warnings)), warnings };
    if (flags.json === true) printJson(outcomeJson(outcome));
    else printOutcome(outcome);
    return exitCodes.done;
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    const outcome = { ...nothingSaved, ...(error instanceof NotSaved ? error.outcome : {}), warnings, error };
    if (flags.json === true) printJson(outcomeJson(outcome));
    for (const line of [...warnings, error.title, error.advice]) printError(line);
    return error.exitCode;
  }
}

const nothingSaved: Omit<Outcome, 'warnings'> = {
  verdict: 'unknown',
  profileId: null,
  agents: [],
  files: [],
  requestIds: [],
  depth: 'message',
  dryRun: false,
  planned: [],
  commands: [],
  facts: null,
  error: null,
};

/** An outcome that is still being made; warnings are collected beside it. */
type Progress = Omit<Outcome, 'warnings'>;

/** An expected failure that knows how far the work had come. */
class NotSaved extends ExpectedFailure {
  readonly outcome: Partial<Progress>;

  constructor(exitCode: ExitCode, title: SafeText, advice: SafeText, outcome: Partial<Progress>) {
    super(exitCode, title, advice);
    this.outcome = outcome;
  }
}

async function setUp(flags: Flags, host: HostEnvironment, given: GivenCredential | null, warnings: SafeText[]): Promise<Progress> {
  const kind = wantedKind(flags);
  const lifetimeMs = lifetimeOf(flags);
  const facts = await readFacts(flags, host, Date.now());
  const scope = scopeOf(flags, facts);
  const defaultModel = defaultModelOf(flags, facts, warnings);
  if (facts.obstacle !== null) {
    const { title, advice } = describeObstacle(facts.obstacle, facts.snapshot);
    throw failed(title, advice);
  }
  const credential = prepare(flags, facts, kind, given, warnings);
  const profileId = profileIdOf(flags, facts, credential.kind);
  const report = await checkPrepared(facts.snapshot, credential, flags);
  if (report !== null && report.verdict !== 'valid' && flags.saveUnchecked !== true) throw notProved(report, profileId);
  const wish: SaveWish = { credential, scope, profileId, lifetimeMs, defaultModel };
  if (credential.kind === 'setup-token' && lifetimeMs === null) warnings.push(onboardWords.noExpiry);
  const progress = {
    ...nothingSaved,
    verdict: report?.verdict ?? 'unknown',
    requestIds: report?.requestIds ?? [],
    depth: report === null ? 'none' : (flags.check ?? 'message'),
    profileId,
  } as const;
  return save(flags, host, facts, wish, progress, warnings);
}

function lifetimeOf(flags: Flags): number | null {
  const text = flags.tokenExpiresIn;
  if (text === undefined) return null;
  const lifetime = parseLifetime(text);
  if (lifetime === null) {
    throw new ExpectedFailure(exitCodes.usage, onboardWords.badDuration(safeText(text)), nameProblemWords({ kind: 'duration' }));
  }
  return lifetime;
}

/** A reference to an Anthropic model; one that this OpenClaw may not know is said to be so. */
function defaultModelOf({ setDefaultModel }: Flags, { snapshot }: WizardFacts, warnings: SafeText[]): string | null {
  if (setDefaultModel === undefined) return null;
  const [, modelId] = /^anthropic\/([A-Za-z0-9][A-Za-z0-9._-]*)$/.exec(setDefaultModel) ?? [];
  if (modelId === undefined) {
    throw new ExpectedFailure(exitCodes.usage, onboardWords.badModel(safeText(setDefaultModel)), onboardWords.badModelAdvice);
  }
  const { version } = snapshot.installation;
  if (catalogueEntry(version, modelId) === 'unknown') warnings.push(onboardWords.unknownModel(safeText(setDefaultModel), safeText(version.text)));
  return setDefaultModel;
}

function scopeOf(flags: Flags, facts: WizardFacts): AgentScope {
  const wanted = flags.agent ?? [];
  if (wanted.length === 0) return { kind: 'all' };
  const known = facts.snapshot.agents.map((agent) => agent.id);
  const agentIds = wanted.map((text) => {
    const agentId = normaliseAgentId(text);
    if (known.includes(agentId)) return agentId;
    const list = joinSafe(known.map(safeText), safeText(', '));
    throw unknownName(onboardWords.unknownAgent(safeText(text), list), onboardWords.unknownAgentAdvice, text, known);
  });
  return { kind: 'some', agentIds: [...new Set(agentIds)] };
}

function prepare(flags: Flags, facts: WizardFacts, kind: CredentialKind | null, given: GivenCredential | null, warnings: SafeText[]): PreparedCredential {
  const credential = given ?? givenCredential(flags, facts.snapshot, kind);
  if (credential.from === 'arguments') warnings.push(onboardWords.secretInArguments);
  return preparedCredential(credential.raw, kind, flags.saveUnchecked === true, warnings);
}

function profileIdOf(flags: Flags, facts: WizardFacts, kind: CredentialKind): string {
  const profileId = flags.tokenProfileId ?? defaultProfileId;
  const problem = profileIdProblem(facts.snapshot, kind, profileId);
  if (problem === null) return profileId;
  if (problem.kind === 'other-type') throw failed(onboardWords.idTaken(safeText(profileId)), nameProblemWords(problem));
  throw new ExpectedFailure(exitCodes.usage, onboardWords.badProfileId(safeText(profileId)), nameProblemWords(problem));
}

/** Plans and applies; when a file changed meanwhile, reads and plans anew, because a plan is an operation and not a text. */
async function save(flags: Flags, host: HostEnvironment, facts: WizardFacts, wish: SaveWish, soFar: Progress, warnings: SafeText[]): Promise<Progress> {
  const { profileId, credential } = wish;
  let current = facts;
  for (let attempt = 1; ; attempt += 1) {
    const plan = planned(planSave(current, wish, Date.now()), soFar);
    const notes = plan.warnings.map(planWarningWords);
    if (flags.dryRun === true) {
      warnings.push(...notes);
      return { ...soFar, dryRun: true, planned: plan.change.files, commands: plan.change.commands ?? [], agents: agentsOf(wish, current) };
    }
    const result = await applySave(current, plan.change, { signal: new AbortController().signal, onWaiting: () => undefined, readAgain: () => readFacts(flags, host, Date.now()) });
    current = await readFacts(flags, host, Date.now());
    if (result.state === 'applied') {
      warnings.push(...notes, ...result.files.flatMap(({ path, overwritten }) => (overwritten === undefined ? [] : [overwrittenWords(safeText(path), overwritten)])));
      if (result.loss !== undefined && result.loss !== null) warnings.push(lossWords(result.loss));
      return { ...soFar, files: result.files, commands: plan.change.commands ?? [], agents: servedAgents(current.credentials, profileId, credential.secret), facts: current };
    }
    if (result.state !== 'conflict' || attempt === maximumPlans) throw notApplied(result, soFar);
  }
}

function planned(result: PlanResult, soFar: Progress): Extract<PlanResult, { readonly state: 'planned' }> {
  if (result.state === 'planned') return result;
  const { title, advice } = refusalWords(result.reason);
  throw new NotSaved(exitCodes.failed, title, advice, soFar);
}

function notApplied(result: Exclude<ApplyResult, { readonly state: 'applied' }>, soFar: Progress): NotSaved {
  const outcome = { ...soFar, files: result.files };
  if (result.state === 'conflict') {
    return new NotSaved(exitCodes.conflict, onboardWords.changedUnderUs(safeText(result.path)), onboardWords.changedUnderUsAdvice, outcome);
  }
  const { title, advice } = applyResultWords(result);
  return new NotSaved(result.state === 'locked' ? exitCodes.locked : exitCodes.failed, title, advice, outcome);
}

function notProved(report: CheckReport, profileId: string): NotSaved {
  const { title, advice } = notProvedWords(report);
  return new NotSaved(exitCodes.failed, title, advice, { verdict: report.verdict, requestIds: report.requestIds, profileId });
}

function agentsOf(wish: SaveWish, facts: WizardFacts): readonly string[] {
  return wish.scope.kind === 'some' ? wish.scope.agentIds : facts.snapshot.agents.map((agent) => agent.id);
}

function failed(title: SafeText, advice: SafeText): ExpectedFailure {
  return new ExpectedFailure(exitCodes.failed, title, advice);
}
