import { parseJson, stringAt } from '../anthropic/error-body.ts';
import type { CredentialKind } from '../anthropic/verdict.ts';
import { anthropicError, type FakeReply } from './fake-scenarios.ts';

/** What came with a request to say who asks. */
export interface GivenCredential {
  /** From the header it stood in: `x-api-key` or `authorization`. */
  readonly kind: CredentialKind;
  readonly value: string;
}

export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface FakeModel {
  readonly id: string;
  readonly name: string;
  readonly created: string;
  readonly line: string;
}

/** Newest first, as the API lists them. */
const models: readonly FakeModel[] = [
  { id: 'claude-opus-5-5', name: 'Claude Opus 5.5', created: '2026-09-22', line: 'opus' },
  { id: 'claude-opus-5', name: 'Claude Opus 5', created: '2026-06-18', line: 'opus' },
  { id: 'claude-sonnet-5', name: 'Claude Sonnet 5', created: '2026-05-28', line: 'sonnet' },
  { id: 'claude-opus-4-6', name: 'Claude Opus 4.6', created: '2026-02-04', line: 'opus' },
  { id: 'claude-sonnet-4-6', name: 'Claude Sonnet 4.6', created: '2026-02-17', line: 'sonnet' },
  { id: 'claude-haiku-4-5', name: 'Claude Haiku 4.5', created: '2025-10-15', line: 'haiku' },
];

const hourMs = 60 * 60 * 1000;

/** Well formed, as every real credential is (facts, anthropic-api section 7); the server knows all of these. */
export function isWellFormed({ kind, value }: GivenCredential): boolean {
  return (kind === 'api-key' ? /^sk-ant-api03-[\w-]{93}AA$/ : /^sk-ant-oat01-[\w-]{93}AA$/).test(value);
}

/** Null when no header, or both, say who asks. */
export function credentialOf(headers: FakeRequest['headers']): GivenCredential | null {
  const key = headers['x-api-key'];
  const bearer = headers['authorization']?.replace(/^Bearer /, '');
  if (key !== undefined && bearer === undefined) return { kind: 'api-key', value: key };
  if (bearer !== undefined && key === undefined) return { kind: 'setup-token', value: bearer };
  return null;
}

/**
 * Answers in the shape of the real API (facts, anthropic-api sections 1 and 2).
 *
 * @param now epoch ms, for the times at which limits start anew
 */
export function usualAnswer(request: FakeRequest, knows: (given: GivenCredential) => boolean, now: number): FakeReply {
  const given = credentialOf(request.headers);
  if (given === null) return anthropicError(401, 'authentication_error', 'x-api-key header is required');
  if (!knows(given)) {
    return anthropicError(401, 'authentication_error', given.kind === 'api-key' ? 'invalid x-api-key' : 'Invalid bearer token');
  }
  if (request.headers['anthropic-version'] === undefined) {
    return anthropicError(400, 'invalid_request_error', 'anthropic-version: header is required');
  }
  if (request.method === 'GET' && request.path === '/v1/models') return success(modelList(), {});
  if (request.method === 'POST' && request.path === '/v1/messages') return answerMessage(request.body, given.kind, now);
  return anthropicError(404, 'not_found_error', 'Not Found');
}

function answerMessage(body: string, kind: CredentialKind, now: number): FakeReply {
  const model = stringAt(parseJson(body), 'model');
  if (model === '') return anthropicError(400, 'invalid_request_error', 'model: Field required');
  if (!models.some(({ id }) => id === model)) return anthropicError(404, 'not_found_error', `model: ${model}`);
  if (kind === 'setup-token' && !model.includes('haiku')) return anthropicError(400, 'invalid_request_error', 'Error');
  const message = {
    id: 'msg_made_up',
    type: 'message',
    role: 'assistant',
    model,
    content: [{ type: 'text', text: 'Hi' }],
    stop_reason: 'max_tokens',
    stop_sequence: null,
    usage: { input_tokens: 8, cache_creation_input_tokens: 0, cache_read_input_tokens: 0, output_tokens: 1 },
  };
  return success(message, kind === 'api-key' ? keyLimits(now) : planLimits(now));
}

function modelList(): object {
  const data = models.map(({ id, name, created, line }) => ({
    type: 'model',
    id,
    display_name: name,
    created_at: `${created}T00:00:00Z`,
    lifecycle: 'active',
    line,
  }));
  return { data, has_more: false, first_id: models[0]?.id ?? null, last_id: models.at(-1)?.id ?? null };
}

function keyLimits(now: number): Readonly<Record<string, string>> {
  const reset = new Date(now + 60_000).toISOString();
  const rows = [['requests', 50, 49], ['tokens', 60_000, 59_000], ['input-tokens', 50_000, 50_000], ['output-tokens', 10_000, 9000]] as const;
  return Object.fromEntries(
    rows.flatMap(([name, limit, remaining]) => [
      [`anthropic-ratelimit-${name}-limit`, String(limit)],
      [`anthropic-ratelimit-${name}-remaining`, String(remaining)],
      [`anthropic-ratelimit-${name}-reset`, reset],
    ]),
  );
}

function planLimits(now: number): Readonly<Record<string, string>> {
  const prefix = 'anthropic-ratelimit-unified';
  const inHours = (hours: number) => String(Math.floor((now + hours * hourMs) / 1000));
  return {
    [`${prefix}-status`]: 'allowed',
    [`${prefix}-representative-claim`]: 'five_hour',
    [`${prefix}-reset`]: inHours(3),
    [`${prefix}-5h-status`]: 'allowed',
    [`${prefix}-5h-utilization`]: '0.23',
    [`${prefix}-5h-reset`]: inHours(3),
    [`${prefix}-7d-status`]: 'allowed',
    [`${prefix}-7d-utilization`]: '0.41',
    [`${prefix}-7d-reset`]: inHours(90),
  };
}

function success(body: object, headers: Readonly<Record<string, string>>): FakeReply {
  return { do: 'reply', status: 200, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}
