import { join } from 'node:path';
import * as v from 'valibot';
import { wholeLines } from './record-lines.ts';
import type { RecordFile, RecordFiles } from './record-files.ts';

/** How far back records count, in ms. */
export const usagePeriodMs = 30 * 86_400_000;

/** How much is read at most: files, bytes of all of them, bytes of one line. */
export interface UsageLimits {
  readonly files: number;
  readonly bytes: number;
  readonly lineBytes: number;
}

export const usageLimits: UsageLimits = { files: 200, bytes: 64 * 1024 * 1024, lineBytes: 4 * 1024 * 1024 };

/** One answered call of a model: when it began, and the tokens of its prompt. */
export interface UsageCall {
  /** Epoch ms. */
  readonly at: number;
  /** Tokens that the cache had no part in. */
  readonly input: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
}

/** Whose calls are meant. */
export interface UsageSubject {
  /** Absolute. */
  readonly stateDir: string;
  /** Normalised id. */
  readonly agentId: string;
  readonly provider: string;
  readonly modelId: string;
}

/** More than any prompt has: what claims more is no measurement. */
const mostTokens = 100_000_000;
const tokens = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(mostTokens));

/** A line of a transcript with the answer of a model (pi-coding-agent and pi-ai 0.55.0, which OpenClaw 2026.2 runs on). */
const answerSchema = v.object({
  type: v.literal('message'),
  timestamp: v.optional(v.unknown()),
  message: v.object({
    role: v.literal('assistant'),
    provider: v.string(),
    model: v.string(),
    timestamp: v.optional(v.unknown()),
    usage: v.object({ input: tokens, cacheRead: tokens, cacheWrite: tokens }),
  }),
});

/**
 * The calls that an agent made to one model in the last 30 days, oldest first, from its session transcripts
 * (`agents/<id>/sessions/*.jsonl`; OpenClaw 2026.2.24, section 1.5),
 * those of ended sessions included. The newest files are read first and each from its
 * end, within the limits; then no call is given from before the oldest moment that everything is known of, so that no
 * gap is seen that was none. Lines that are damaged, cut off or something else are passed over. Of the transcripts
 * nothing but times and numbers leaves here.
 *
 * @param now epoch ms
 */
export async function readUsageCalls(subject: UsageSubject, records: RecordFiles, now: number, limits: UsageLimits = usageLimits): Promise<readonly UsageCall[]> {
  const directory = join(subject.stateDir, 'agents', subject.agentId, 'sessions');
  const oldest = now - usagePeriodMs;
  const files = (await records.list(directory, isTranscript)).filter(({ changedAt }) => changedAt >= oldest).toSorted((a, b) => b.changedAt - a.changedAt);
  const calls = new Map<string, UsageCall>();
  let knownFrom = oldest;
  let bytesLeft = limits.bytes;
  for (const [index, file] of files.entries()) {
    if (index === limits.files || bytesLeft === 0) {
      knownFrom = Math.max(knownFrom, file.changedAt);
      break;
    }
    const from = Math.max(0, file.bytes - bytesLeft);
    bytesLeft -= file.bytes - from;
    const { found, firstAt } = await callsIn(file, from, { directory, subject, records, now, limits });
    if (from > 0) knownFrom = Math.max(knownFrom, firstAt ?? file.changedAt);
    // A session that was forked from another begins with a copy of its lines.
    for (const call of found) calls.set(Object.values(call).join(' '), call);
  }
  return [...calls.values()].filter(({ at }) => at >= knownFrom).toSorted((a, b) => a.at - b.at);
}

/** A transcript, or one that OpenClaw set aside when its session was reset or deleted: its calls were made all the same. */
function isTranscript(name: string): boolean {
  return /\.jsonl(?:\.(?:reset|deleted)\.[^/]+)?$/.test(name);
}

interface FileReading {
  readonly directory: string;
  readonly subject: UsageSubject;
  readonly records: RecordFiles;
  /** Epoch ms. */
  readonly now: number;
  readonly limits: UsageLimits;
}

interface FileCalls {
  readonly found: readonly UsageCall[];
  /** The first moment that the part of the file that was read tells of, epoch ms; null when it tells of none. */
  readonly firstAt: number | null;
}

async function callsIn(file: RecordFile, from: number, { directory, subject, records, now, limits }: FileReading): Promise<FileCalls> {
  const found: UsageCall[] = [];
  let firstAt: number | null = null;
  const pieces = records.read(join(directory, file.name), from, file.bytes);
  for await (const line of wholeLines(pieces, limits.lineBytes, from > 0)) {
    const answer = answerIn(line);
    if (answer === null || answer.call.at > now) continue;
    firstAt ??= answer.call.at;
    if (answer.provider === subject.provider && answer.model === subject.modelId && hasPrompt(answer.call)) found.push(answer.call);
  }
  return { found, firstAt };
}

interface Answer {
  readonly provider: string;
  readonly model: string;
  readonly call: UsageCall;
}

function answerIn(line: Buffer): Answer | null {
  // Most of a transcript is no answer; and what is none need not be parsed.
  if (!line.includes('"cacheRead"')) return null;
  const parsed = v.safeParse(answerSchema, parsedLine(line));
  if (!parsed.success) return null;
  const { message, timestamp } = parsed.output;
  const { input, cacheRead, cacheWrite } = message.usage;
  // The message's own time is when its call began, that of the line when it was written down.
  const at = timeOf(message.timestamp) ?? timeOf(timestamp);
  return at === null ? null : { provider: message.provider, model: message.model, call: { at, input, cacheRead, cacheWrite } };
}

function parsedLine(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    return null;
  }
}

function timeOf(value: unknown): number | null {
  const time = typeof value === 'string' ? Date.parse(value) : value;
  return typeof time === 'number' && Number.isSafeInteger(time) && time > 0 ? time : null;
}

/** A call that failed before it was answered has a usage of zeros. */
function hasPrompt({ input, cacheRead, cacheWrite }: UsageCall): boolean {
  return input + cacheRead + cacheWrite > 0;
}
