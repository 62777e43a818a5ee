import { pricesAsOf } from '../../anthropic/models.ts';
import type { HostEnvironment, InstallationFlags } from '../../openclaw/installation.ts';
import type { Agent } from '../../openclaw/snapshot.ts';
import { adviceFor, assumedPrefixTokens, heartbeatMs, missesEveryTime, type CacheAdvice } from '../../rules/cache-advice.ts';
import { cacheRoute } from '../../rules/cache/route.ts';
import { cacheLine, type CacheLine } from '../../rules/cache-table.ts';
import { parseDuration } from '../../rules/duration.ts';
import { safeText, type SafeText } from '../../terminal/safe-text.ts';
import { adviceWords, costsWords } from '../../words/en/cache-advice.ts';
import { cacheCommandWords } from '../../words/en/cache-editor.ts';
import { listWords } from '../../words/en/cache.ts';
import { durationWords } from '../../words/en/duration.ts';
import { ExpectedFailure, exitCodes, type ExitCode } from '../failure.ts';
import { currentHost } from '../host.ts';
import { print, printJson } from '../output.ts';
import { readCacheFacts, requireAgent, type CacheReading } from './facts.ts';

export interface AdviseFlags extends InstallationFlags {
  readonly every?: string;
  readonly prefix?: string;
  readonly json?: boolean;
}

/**
 * `clawdial cache advise AGENT`: what each retention would cost, and which is cheapest. Reads only.
 *
 * @throws ExpectedFailure on wrong use, or when it is not known how often the agent calls
 */
export async function runCacheAdvise(wanted: string, flags: AdviseFlags, host: HostEnvironment = currentHost()): Promise<ExitCode> {
  const given = givenInterval(flags.every);
  const prefixTokens = prefixOf(flags.prefix);
  const reading = await readCacheFacts(flags, host);
  const agent = requireAgent(reading.snapshot, wanted);
  const beat = heartbeatMs(reading.snapshot, agent);
  const everyMs = given ?? beat;
  if (everyMs === null) throw new ExpectedFailure(exitCodes.usage, adviceWords.noInterval, adviceWords.noIntervalAdvice);
  const line = cacheLine(reading.snapshot, agent, reading.environment);
  const answer: Answer = { line, ...adviceFor(agent, { everyMs, prefixTokens }) };
  const remarks = remarksOn(reading, agent, answer, beat);
  if (flags.json === true) {
    printJson({
      agent: agent.id,
      model: agent.model.ref,
      everyMs,
      everyFrom: given === null ? 'heartbeat' : 'given',
      prefixTokens,
      costsPerDayUsd: answer.costs,
      cheapest: answer.best,
      effective: line.effective,
      pricesAsOf: pricesAsOf.date,
      remarks,
    });
    return exitCodes.done;
  }
  print(adviceWords.title(safeText(agent.id), safeText(agent.model.ref)));
  print(adviceWords.pattern(durationWords(everyMs), given === null ? 'heartbeat' : 'given', prefixTokens));
  if (flags.prefix === undefined) print(adviceWords.assumedPrefix);
  printAnswer(agent, answer);
  for (const remark of remarks) print(remark);
  return exitCodes.done;
}

interface Answer extends CacheAdvice {
  readonly line: CacheLine;
}

function printAnswer(agent: Agent, { costs, best, line }: Answer): void {
  if (costs === null || best === null) return print(adviceWords.unknownPrices(safeText(agent.model.ref)));
  print(costsWords(costs));
  print(adviceWords.best(best));
  print(best === line.effective ? adviceWords.already : adviceWords.change(safeText(agent.id), best));
}

function remarksOn({ facts, snapshot, environment }: CacheReading, agent: Agent, { minimumTokens, line, costs }: Answer, beat: number | null): readonly SafeText[] {
  const credentials = facts.credentials.find((one) => one.agent.id === agent.id);
  const paysByPlan = credentials !== undefined && cacheRoute(snapshot, agent, credentials, snapshot.takenAt, environment).auth === 'bearer';
  return [
    ...(minimumTokens === null ? [] : [adviceWords.tooShort(minimumTokens)]),
    ...(beat !== null && line.ttl !== null && missesEveryTime(beat, line.ttl) ? [adviceWords.heartbeat(durationWords(beat), safeText(line.ttl))] : []),
    ...(paysByPlan ? [adviceWords.plan] : []),
    ...(costs === null ? [] : [adviceWords.regular, adviceWords.prices(safeText(pricesAsOf.date), listWords(pricesAsOf.sources))]),
  ];
}

function givenInterval(text: string | undefined): number | null {
  if (text === undefined) return null;
  // A bare number would be days here, which nobody means for calls.
  const ms = /^\d+(\.\d+)?$/.test(text.trim()) ? null : parseDuration(text);
  if (ms === null || ms <= 0) throw new ExpectedFailure(exitCodes.usage, cacheCommandWords.badDuration(safeText(text)), cacheCommandWords.badDurationAdvice);
  return ms;
}

function prefixOf(text: string | undefined): number {
  if (text === undefined) return assumedPrefixTokens;
  const tokens = /^\d{1,9}$/.test(text.trim()) ? Number(text) : 0;
  if (tokens === 0) throw new ExpectedFailure(exitCodes.usage, cacheCommandWords.badPrefix(safeText(text)), cacheCommandWords.badPrefixAdvice);
  return tokens;
}
