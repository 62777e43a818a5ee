import type { CachePlan, RetentionWish } from '../../changes/cache-plan.ts';
import { planMigration, type Keep } from '../../changes/migrate-retention.ts';
import { planSetRetention } from '../../changes/set-retention.ts';
import type { HostEnvironment, InstallationFlags } from '../../openclaw/installation.ts';
import { asRetention, type Retention } from '../../rules/cache/retention.ts';
import { joinSafe, safeText, say } from '../../terminal/safe-text.ts';
import { cacheCommandWords, cacheRefusalWords, effectWords } from '../../words/cache-editor.ts';
import { ExpectedFailure, exitCodes, type ExitCode } from '../failure.ts';
import { currentHost } from '../host.ts';
import { printJson } from '../output.ts';
import { applyConfigChange } from './apply-plan.ts';
import { readCacheFacts, requireAgent, requireConfig, type CacheReading } from './facts.ts';
import { applyFailure, explain, failureJson, outcomeJson, printCacheOutcome, type CacheOutcome } from './report.ts';
import { unknownName } from '../unknown-name.ts';

export interface CacheChangeFlags extends InstallationFlags {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export interface MigrateFlags extends CacheChangeFlags {
  readonly all?: boolean;
  readonly keep?: Keep;
}

/** How often a plan is made anew when the file changes under it; a plan is an operation and not a text. */
const maximumPlans = 3;

/** `clawdial cache set AGENT VALUE`. @returns the exit code @throws ExpectedFailure on what cannot be done */
export function runCacheSet(agent: string, value: string, flags: CacheChangeFlags, host?: HostEnvironment): Promise<ExitCode> {
  return change(flags, host, (reading) => planSetRetention(reading, wishFor(reading, agent, retentionOf(value))));
}

/** `clawdial cache unset AGENT`. */
export function runCacheUnset(agent: string, flags: CacheChangeFlags, host?: HostEnvironment): Promise<ExitCode> {
  return change(flags, host, (reading) => planSetRetention(reading, wishFor(reading, agent, null)));
}

/** `clawdial cache baseline MODEL VALUE`; `inherit` takes it away. */
export function runCacheBaseline(ref: string, value: string, flags: CacheChangeFlags, host?: HostEnvironment): Promise<ExitCode> {
  return change(flags, host, (reading) => planSetRetention(reading, { target: { kind: 'model', ref }, value: value === 'inherit' ? null : retentionOf(value) }));
}

/** `clawdial cache migrate [AGENT|--all]`. */
export function runCacheMigrate(agent: string | undefined, flags: MigrateFlags, host?: HostEnvironment): Promise<ExitCode> {
  return change(flags, host, (reading) => {
    if (agent === undefined && flags.all !== true) {
      throw new ExpectedFailure(exitCodes.usage, cacheCommandWords.agentOrAll, cacheCommandWords.agentOrAllAdvice);
    }
    requireConfig(reading.snapshot);
    const agents = agent === undefined || flags.all === true ? reading.snapshot.agents : [requireAgent(reading.snapshot, agent)];
    if (flags.keep !== undefined) return planMigration(reading, agents, flags.keep);
    const meant = planMigration(reading, agents, 'meant');
    if (meant.state === 'planned' && meant.effects.length > 0) throw keepNeeded(meant);
    return meant;
  });
}

/** The person chooses when what counts today and what was meant differ. */
function keepNeeded({ effects }: Extract<CachePlan, { readonly state: 'planned' }>): ExpectedFailure {
  const differences = joinSafe(effects.slice(0, 5).map(effectWords), say`; `);
  return new ExpectedFailure(exitCodes.usage, cacheCommandWords.keepNeeded, say`${cacheCommandWords.keepNeededAdvice} ${differences}.`);
}

function wishFor({ snapshot }: CacheReading, agent: string, value: Retention | null): RetentionWish {
  return { target: { kind: 'agent', agentId: requireAgent(snapshot, agent).id }, value };
}

function retentionOf(value: string): Retention {
  const retention = asRetention(value);
  if (retention !== null) return retention;
  throw unknownName(cacheCommandWords.badValue(safeText(value)), cacheCommandWords.badValueAdvice, value, ['none', 'short', 'long']);
}

async function change(flags: CacheChangeFlags, host: HostEnvironment = currentHost(), planFrom: (reading: CacheReading) => CachePlan): Promise<ExitCode> {
  try {
    const outcome = await save(flags, host, planFrom);
    if (flags.json === true) printJson(outcomeJson(outcome));
    else printCacheOutcome(outcome);
    return exitCodes.done;
  } catch (error) {
    if (flags.json === true && error instanceof ExpectedFailure) printJson(failureJson(error));
    throw error;
  }
}

async function save(flags: CacheChangeFlags, host: HostEnvironment, planFrom: (reading: CacheReading) => CachePlan): Promise<CacheOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const reading = await readCacheFacts(flags, host);
    const plan = planFrom(reading);
    if (plan.state === 'refused') throw explain(cacheRefusalWords(plan.reason));
    if (flags.dryRun === true) return { plan, dryRun: true, files: [], remembered: true };
    const { result, remembered } = await applyConfigChange(reading.snapshot, plan.change, { remember: true });
    if (result.state === 'applied') return { plan, dryRun: false, files: result.files, remembered };
    if (result.state !== 'conflict' || attempt === maximumPlans) throw applyFailure(result);
  }
}
