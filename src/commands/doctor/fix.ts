import type { Change } from '../../changes/change.ts';
import type { HostEnvironment } from '../../openclaw/installation.ts';
import { runChecks } from '../../rules/doctor/checks.ts';
import type { DoctorFacts } from '../../rules/doctor/facts.ts';
import { supports } from '../../rules/versions.ts';
import { safeText, type SafeText } from '../../terminal/safe-text.ts';
import { applyResultWords } from '../../words/changes.ts';
import { cacheRefusalWords } from '../../words/cache-editor.ts';
import { mendWords } from '../../words/mend.ts';
import { applyConfigChange } from '../cache/apply-plan.ts';
import type { DoctorFlags } from './flags.ts';
import { nextStep, type MendStep } from './mend-steps.ts';
import { placeFindings } from './placed-finding.ts';
import { readDoctorFacts, type DoctorReading } from './read-doctor-facts.ts';

/** What became of one step. */
export type MendOutcome =
  /** `remembered`: `clawdial undo` takes it back. */
  | { readonly state: 'applied'; readonly change: Change; readonly remembered: boolean; readonly backups: readonly string[] }
  /** Shown only. */
  | { readonly state: 'planned'; readonly change: Change }
  | { readonly state: 'skipped'; readonly change: Change }
  | { readonly state: 'refused'; readonly title: SafeText; readonly advice: SafeText }
  | { readonly state: 'failed'; readonly title: SafeText; readonly advice: SafeText };

export interface MendedStep {
  readonly step: MendStep;
  readonly outcome: MendOutcome;
}

/** Says whether a step is to be done; `stop` ends the mending. */
export type Decide = (step: MendStep, change: Change) => Promise<'yes' | 'no' | 'stop'>;

interface FixRun {
  readonly flags: DoctorFlags;
  readonly host: HostEnvironment;
  readonly chosen: ReadonlySet<string> | null;
  readonly decide: Decide;
  readonly onDone: (mended: MendedStep) => void;
}

/**
 * Mends what can be mended, one step after the other, each planned from what is there by then. A step is never tried twice.
 *
 * @returns what became of each
 */
export async function fixFindings({ flags, host, chosen, decide, onDone }: FixRun): Promise<readonly MendedStep[]> {
  const seen = new Set<string>();
  const mended: MendedStep[] = [];
  for (;;) {
    const reading = await readDoctorFacts(flags, host);
    const placed = await placeFindings(reading.facts.snapshot, runChecks(reading.facts, chosen));
    const step = nextStep(reading.cache, placed, seen);
    if (step === null) return mended;
    const outcome = await carryOut(reading, step, decide, flags.dryRun === true);
    if (outcome === 'stop') return mended;
    mended.push({ step, outcome });
    onDone({ step, outcome });
  }
}

async function carryOut({ facts, cache }: DoctorReading, step: MendStep, decide: Decide, dryRun: boolean): Promise<MendOutcome | 'stop'> {
  const { plan } = step;
  if (plan.state === 'refused') {
    const { reason } = plan;
    if (reason.code === 'gone') return { state: 'refused', title: mendWords.gone(safeText(reason.path)), advice: mendWords.goneAdvice };
    return { state: 'refused', ...cacheRefusalWords(reason) };
  }
  const { change } = plan;
  const port = gatewayInTheWay(facts, change);
  if (port !== null) return { state: 'refused', title: mendWords.gatewayRuns(port), advice: mendWords.gatewayRunsAdvice };
  if (dryRun) return { state: 'planned', change };
  const decision = await decide(step, change);
  if (decision !== 'yes') return decision === 'stop' ? 'stop' : { state: 'skipped', change };
  const { result, remembered } = await applyConfigChange(cache.snapshot, change, { remember: true });
  if (result.state !== 'applied') return { state: 'failed', ...applyResultWords(result) };
  return { state: 'applied', change, remembered, backups: result.files.flatMap(({ backup }) => backup ?? []) };
}

/** The port of a gateway that would write its own copy of a store back (2026.2.24, section 2.9), or null. */
function gatewayInTheWay({ snapshot, surroundings: { gateway } }: DoctorFacts, { files }: Change): number | null {
  const touchesStore = files.some(({ kind, changes }) => kind === 'auth-store' && changes);
  const isKept = supports(snapshot.installation.version, 'gateway-store-memory');
  return touchesStore && isKept && gateway.state === 'listening' ? gateway.port : null;
}
