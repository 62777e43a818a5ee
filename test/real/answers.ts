import { isJsonObject, objectAt, textAt, valueAt } from '../../src/openclaw/json-object.ts';
import type { JsonObject } from '../../src/openclaw/snapshot.ts';
import type { ProgramEnd } from '../../src/openclaw-program/run-program.ts';

/** The JSON that a program printed. @throws Error with the end of what it said when it printed none */
export function jsonOf(end: ProgramEnd): JsonObject {
  const start = end.stdout.indexOf('{');
  try {
    const parsed: unknown = JSON.parse(end.stdout.slice(Math.max(0, start)));
    if (isJsonObject(parsed)) return parsed;
  } catch {
    // Said below.
  }
  throw new Error(`no JSON came: ${described(end)}`);
}

/** Throws when a program did not end well. */
export function expectDone(end: ProgramEnd): void {
  if (end.outcome.by !== 'exit' || end.outcome.code !== 0) throw new Error(described(end));
}

/** How a program ended, with the end of its output; it is redacted already. */
export function described({ outcome, stdout, stderr }: ProgramEnd): string {
  return `${JSON.stringify(outcome)} ${stdout.slice(-400)} ${stderr.slice(-400)}`.trim();
}

/** What both programs say about Anthropic in `models status --json`: without paths of this machine and without the moment. */
export function statusOf(answer: JsonObject, home: string): JsonObject {
  const auth = objectAt(answer, 'auth');
  const anthropic = (list: unknown): unknown[] =>
    (Array.isArray(list) ? list : []).filter((one: unknown) => textAt(one, 'provider') === 'anthropic').map((one: unknown) => picked(one));
  return portable(
    {
      agentDir: textAt(answer, 'agentDir'),
      defaultModel: textAt(answer, 'defaultModel'),
      resolvedDefault: textAt(answer, 'resolvedDefault'),
      fallbacks: valueAt(answer, 'fallbacks'),
      modelConfig: valueAt(answer, 'modelConfig'),
      aliases: valueAt(answer, 'aliases'),
      allowed: valueAt(answer, 'allowed'),
      missingProvidersInUse: valueAt(auth, 'missingProvidersInUse'),
      storePath: textAt(auth, 'storePath'),
      providers: anthropic(valueAt(auth, 'providers')),
      unusableProfiles: anthropic(valueAt(auth, 'unusableProfiles')),
      profiles: anthropic(valueAt(auth, 'oauth', 'profiles')),
    },
    home,
  );
}

/** Fields that tell the moment of asking are left out. */
const momentary = new Set(['remainingMs', 'expiresAt', 'until']);

function picked(one: unknown): unknown {
  return isJsonObject(one) ? Object.fromEntries(Object.entries(one).filter(([key]) => !momentary.has(key))) : one;
}

function portable(answer: JsonObject, home: string): JsonObject {
  const text = JSON.stringify(answer).replaceAll(`${home}/.openclaw`, '$STATE').replaceAll('~/.openclaw', '$STATE').replaceAll(home, '$HOME');
  const parsed: unknown = JSON.parse(text);
  return isJsonObject(parsed) ? parsed : {};
}
