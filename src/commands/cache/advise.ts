import { pricesAsOf } from '../../anthropic/models.ts';
import type { HostEnvironment, InstallationFlags } from '../../openclaw/installation.ts';
import type { Agent, Snapshot } from '../../openclaw/snapshot.ts';
import { adviceFor, assumedPrefixTokens, heartbeatMs, missesEveryTime, type CacheAdvice, type CallPattern } from '../../rules/cache-advice.ts';
import { cacheLine, type CacheLine } from '../../rules/cache-table.ts';
import { parseDuration } from '../../rules/duration.ts';
import { payerOf } from '../../rules/payer.ts';
import { supports } from '../../rules/versions.ts';
import type { UsageSummary } from '../../rules/usage-summary.ts';
import { safeText, type SafeText } from '../../terminal/safe-text.ts';
import { adviceWords, costsWords, placeRemarks, sourcesWords, usageWords, type IntervalOrigin } from '../../words/cache-advice.ts';
import { cacheCommandWords } from '../../words/cache-editor.ts';
import { durationWords } from '../../words/duration.ts';
import { ExpectedFailure, exitCodes, type ExitCode } from '../failure.ts';
import { currentHost } from '../host.ts';
import { print, printJson, type JsonOutput } from '../output.ts';
import { readCacheFacts, requireAgent, type CacheReading } from './facts.ts';
import { measuredUsage } from './measured-usage.ts';

export interface AdviseFlags extends InstallationFlags {
  readonly every?: string;
  readonly prefix?: string;
  readonly json?: boolean;
}

/**
 * `clawdial cache advise AGENT`: what each retention would cost, and which is cheapest. What the flags leave open comes
 * from the agent's own session transcripts, else from its heartbeat and an assumed size. Reads only.
 *
 * @throws ExpectedFailure on wrong use, or when it is not known how often the agent calls
 */
export async function runCacheAdvise(wanted: string, flags: AdviseFlags, host: HostEnvironment = currentHost()): Promise<ExitCode> {
  const given: Given = { everyMs: givenInterval(flags.every), prefixTokens: givenPrefix(flags.prefix) };
  const reading = await readCacheFacts(flags, host);
  const agent = requireAgent(reading.snapshot, wanted);
  const usage = await measuredUsage(reading.snapshot, agent);
  const beat = heartbeatMs(reading.snapshot, agent);
  const pattern = patternFrom(given, usage, beat);
  if (pattern === null) throw new ExpectedFailure(exitCodes.usage, adviceWords.noInterval, adviceWords.noIntervalAdvice);
  const line = cacheLine(reading.snapshot, agent, reading.environment);
  const answer: Answer = { line, pattern, ...adviceFor(line, pattern) };
  const remarks = remarksOn(reading, agent, answer, beat);
  if (flags.json === true) printJson(jsonOf(agent, answer, usage, remarks));
  else printText(reading.snapshot, agent, answer, usage, remarks);
  return exitCodes.done;
}

interface Given {
  /** Null where the flag is not there. */
  readonly everyMs: number | null;
  readonly prefixTokens: number | null;
}

/** The pattern of calls, and where its parts come from. */
interface SourcedPattern extends CallPattern {
  readonly everyFrom: IntervalOrigin;
  readonly prefixFrom: 'given' | 'measured' | 'assumed';
}

/** What was given wins, then what was measured; null when nothing says how often the agent calls. */
function patternFrom(given: Given, usage: UsageSummary | null, beat: number | null): SourcedPattern | null {
  const measured = usage?.prefixTokens ?? null;
  const prefix = {
    prefixTokens: given.prefixTokens ?? measured ?? assumedPrefixTokens,
    prefixFrom: given.prefixTokens !== null ? 'given' : measured !== null ? 'measured' : 'assumed',
  } as const;
  if (given.everyMs !== null) return { everyMs: given.everyMs, everyFrom: 'given', ...prefix };
  if (usage !== null) return { everyMs: usage.medianGapMs, everyFrom: 'measured', gaps: usage, ...prefix };
  return beat === null ? null : { everyMs: beat, everyFrom: 'heartbeat', ...prefix };
}

function jsonOf(agent: Agent, { pattern, costs, best, line }: Answer, usage: UsageSummary | null, remarks: readonly SafeText[]): JsonOutput {
  const { everyMs, everyFrom, prefixTokens, prefixFrom } = pattern;
  return {
    agent: agent.id,
    model: agent.model.ref,
    everyMs,
    everyFrom,
    prefixTokens,
    prefixFrom,
    measured: usage === null ? null : { ...usage, from: new Date(usage.from).toISOString(), to: new Date(usage.to).toISOString() },
    costsPerDayUsd: costs,
    cheapest: best,
    effective: line.effective,
    pricesAsOf: pricesAsOf.date,
    remarks,
  };
}

function printText(snapshot: Snapshot, agent: Agent, answer: Answer, usage: UsageSummary | null, remarks: readonly SafeText[]): void {
  const { everyMs, everyFrom, prefixTokens, prefixFrom } = answer.pattern;
  print(adviceWords.title(safeText(agent.id), safeText(agent.model.ref)));
  print(adviceWords.pattern(durationWords(everyMs), everyFrom, prefixTokens));
  if (usage !== null) print(usageWords(usage));
  if (prefixFrom === 'assumed') print(adviceWords.assumedPrefix);
  if (prefixFrom === 'measured') print(adviceWords.measuredPrefix);
  printAnswer(snapshot, agent, answer);
  for (const remark of remarks) print(remark);
}

interface Answer extends CacheAdvice {
  readonly pattern: SourcedPattern;
  readonly line: CacheLine;
}

function printAnswer({ installation }: Snapshot, agent: Agent, { costs, best, line }: Answer): void {
  if (costs === null || best === null) return print(adviceWords.unknownPrices(safeText(agent.model.ref)));
  print(costsWords(costs));
  print(adviceWords.best(best));
  if (best === line.effective) return print(adviceWords.already);
  // An older version refuses a setting of the agent's own.
  print(supports(installation.version, 'agent-params') ? adviceWords.change(safeText(agent.id), best) : adviceWords.changeBaseline(safeText(agent.model.ref), best));
}

function remarksOn({ facts }: CacheReading, agent: Agent, { minimumTokens, line, costs, pattern }: Answer, beat: number | null): readonly SafeText[] {
  const credentials = facts.credentials.find((one) => one.agent.id === agent.id);
  const paysByPlan = credentials !== undefined && payerOf(credentials) === 'subscription';
  return [
    ...(minimumTokens === null ? [] : [adviceWords.tooShort(minimumTokens)]),
    ...placeRemarks(line),
    ...(beat !== null && line.ttl !== null && missesEveryTime(beat, line.ttl) ? [adviceWords.heartbeat(durationWords(beat), safeText(line.ttl))] : []),
    ...(paysByPlan ? [adviceWords.plan] : []),
    ...(costs === null ? [] : [pattern.gaps === undefined ? adviceWords.regular : adviceWords.measuredGaps, adviceWords.prices(safeText(pricesAsOf.date), sourcesWords(pricesAsOf.sources))]),
  ];
}

function givenInterval(text: string | undefined): number | null {
  if (text === undefined) return null;
  // A bare number would be days here, which nobody means for calls.
  const ms = /^\d+(\.\d+)?$/.test(text.trim()) ? null : parseDuration(text);
  if (ms === null || ms <= 0) throw new ExpectedFailure(exitCodes.usage, cacheCommandWords.badDuration(safeText(text)), cacheCommandWords.badDurationAdvice);
  return ms;
}

function givenPrefix(text: string | undefined): number | null {
  if (text === undefined) return null;
  const tokens = /^\d{1,9}$/.test(text.trim()) ? Number(text) : 0;
  if (tokens === 0) throw new ExpectedFailure(exitCodes.usage, cacheCommandWords.badPrefix(safeText(text)), cacheCommandWords.badPrefixAdvice);
  return tokens;
}
