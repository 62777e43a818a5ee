import type { Anthropic, ClientOptions } from '@anthropic-ai/sdk';
import type { Secret } from '../terminal/secret.ts';
import { RequestStopped } from './failures.ts';
import type { CredentialKind } from './verdict.ts';

/** Everything that decides what goes over the wire; nothing else can. */
export interface PinnedRequest {
  readonly credential: Secret;
  readonly kind: CredentialKind;
  /** As `classifyBaseUrl` gives it. */
  readonly baseUrl: string;
  readonly userAgent: string;
  readonly signal: AbortSignal;
  /** For one request, its body included. */
  readonly deadlineMs: number;
  /** Tokens that the smallest message may bring back. */
  readonly maxTokens: number;
}

/** What came of one request. */
export type Exchange =
  | { readonly outcome: 'replied'; readonly status: number; readonly headers: Headers; readonly body: string }
  | { readonly outcome: 'failed'; readonly error: unknown };

/** The version that OpenClaw and the documentation send; the SDK would send a newer one (facts, anthropic-api section 1). */
const apiVersion = '2023-06-01';
const tokenBeta = 'oauth-2025-04-20';

const longestListBytes = 1024 * 1024;
const longestAnswerBytes = 64 * 1024;

/** The SDK wants a credential, or it looks for one in the environment; the real one is put on in `send`. */
const standIn = 'put-on-when-sent';

/** `GET /v1/models`: free, and proves that the credential is known. */
export function askForModels(request: PinnedRequest): Promise<Exchange> {
  return ask(request, longestListBytes, (client) => client.models.list({ limit: 1000 }));
}

/** `POST /v1/messages` of one word for as few tokens as wanted, honestly named: no identity of another client. */
export function askForMessage(request: PinnedRequest, model: string): Promise<Exchange> {
  return ask(request, longestAnswerBytes, (client) =>
    client.messages.create({ model, max_tokens: request.maxTokens, messages: [{ role: 'user', content: 'Hi' }] }),
  );
}

/** One request through the SDK, whose own reading of the reply does not count: the raw reply is what is judged. */
async function ask(request: PinnedRequest, longestBytes: number, call: (client: Anthropic) => PromiseLike<unknown>): Promise<Exchange> {
  const seen: { exchange: Exchange | null } = { exchange: null };
  try {
    const { Anthropic: Client } = await import('@anthropic-ai/sdk');
    const fetchPinned = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
      seen.exchange = await send(request, longestBytes, input, init);
      if (seen.exchange.outcome === 'failed') throw seen.exchange.error;
      return responseOf(seen.exchange);
    };
    await call(withoutVariables(() => new Client(clientOptions(request, fetchPinned))));
  } catch (error) {
    return seen.exchange ?? { outcome: 'failed', error: request.signal.aborted ? new RequestStopped('cancelled') : error };
  }
  return seen.exchange ?? { outcome: 'failed', error: new Error('no request was made') };
}

function silent(): void {
  // The console belongs to the screen.
}

function clientOptions(request: PinnedRequest, fetchPinned: typeof fetch): ClientOptions {
  return {
    baseURL: request.baseUrl,
    authToken: standIn,
    timeout: request.deadlineMs,
    maxRetries: 0,
    fetch: fetchPinned,
    logLevel: 'off',
    logger: { error: silent, warn: silent, info: silent, debug: silent },
    openTelemetry: false,
  };
}

/**
 * The SDK reads headers, hosts and more from ANTHROPIC_ variables, even beside explicit options, and one bad line in
 * them makes it throw. It reads them only while it is constructed, which is synchronous.
 */
function withoutVariables<Made>(make: () => Made): Made {
  const hidden = Object.entries(process.env).filter(([name]) => /^ANTHROPIC_/i.test(name));
  for (const [name] of hidden) delete process.env[name];
  try {
    return make();
  } finally {
    for (const [name, value] of hidden) process.env[name] = value;
  }
}

/** The last word on what is sent: own headers only, own host only, no redirect, one deadline, a bounded body. Never throws. */
async function send(request: PinnedRequest, longestBytes: number, input: string | URL | Request, init: RequestInit = {}): Promise<Exchange> {
  const deadline = AbortSignal.timeout(request.deadlineMs);
  try {
    const response = await fetch(ownAddress(request, input), {
      method: init.method === 'POST' ? 'POST' : 'GET',
      headers: headersOf(request, init.method === 'POST'),
      body: init.body ?? null,
      redirect: 'error',
      signal: AbortSignal.any([request.signal, deadline]),
    });
    const body = await readBounded(response, longestBytes);
    return { outcome: 'replied', status: response.status, headers: response.headers, body };
  } catch (error) {
    return { outcome: 'failed', error: stopOf(request.signal, deadline) ?? error };
  }
}

/** OpenClaw sends an API key as `x-api-key` and a setup-token as `Authorization`; both at once are refused. */
function headersOf(request: PinnedRequest, hasBody: boolean): Headers {
  const headers = new Headers({ accept: 'application/json', 'anthropic-version': apiVersion, 'user-agent': request.userAgent });
  if (hasBody) headers.set('content-type', 'application/json');
  if (request.kind === 'api-key') {
    headers.set('x-api-key', request.credential.reveal());
  } else {
    headers.set('authorization', `Bearer ${request.credential.reveal()}`);
    headers.set('anthropic-beta', tokenBeta);
  }
  return headers;
}

function ownAddress(request: PinnedRequest, input: string | URL | Request): string {
  const address = input instanceof Request ? input.url : String(input);
  if (!address.startsWith(`${request.baseUrl}/v1/`)) throw new Error('the request was about to go to another host');
  return address;
}

function stopOf(byPerson: AbortSignal, deadline: AbortSignal): RequestStopped | null {
  if (byPerson.aborted) return new RequestStopped('cancelled');
  return deadline.aborted ? new RequestStopped('timeout') : null;
}

/** Counts the bytes after decompression, so that a small bomb is caught as well. */
async function readBounded(response: Response, longestBytes: number): Promise<string> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    // Leaving the loop cancels the stream, and with it the connection.
    if (bytes > longestBytes) throw new RequestStopped('body-too-large');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function responseOf(exchange: Extract<Exchange, { readonly outcome: 'replied' }>): Response {
  const mayHaveBody = ![204, 205, 304].includes(exchange.status);
  return new Response(mayHaveBody ? exchange.body : null, { status: exchange.status, headers: exchange.headers });
}
