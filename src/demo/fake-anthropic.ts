import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { setTimeout as wait } from 'node:timers/promises';
import { credentialOf, isWellFormed, usualAnswer, type FakeRequest, type GivenCredential } from './fake-answers.ts';
import { anthropicError, replyOf, type FakeReply, type Scenario } from './fake-scenarios.ts';

export type { FakeRequest, GivenCredential } from './fake-answers.ts';
export type { FakeReply, Scenario, ScenarioName } from './fake-scenarios.ts';

/** For each path such as `/v1/models`; paths that are not named answer as usual. */
export type PathScript = Readonly<Record<`/${string}`, Scenario>>;

/** For each credential by value; others answer as usual. */
export type CredentialScript = ReadonlyMap<string, Scenario>;

/** What the server does with a request. */
export type Behaviour = Scenario | PathScript | CredentialScript;

export interface FakeAnthropicOptions {
  /** Which credentials are good; every well-formed one when not given. */
  readonly knows?: (given: GivenCredential) => boolean;
  /** As with `use`; `normal` when not given. */
  readonly behaviour?: Behaviour;
}

export interface FakeAnthropic {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  /** Every request that was read whole, in the order of arrival. */
  readonly requests: readonly FakeRequest[];
  /** From the next request on. */
  use(behaviour: Behaviour): void;
  /** Cuts what is open and resolves when the port is free. */
  close(): Promise<void>;
}

/** Starts a server on a free port of 127.0.0.1 that answers as Anthropic's API does, or fails in any way that is asked for. */
export async function startFakeAnthropic(options: FakeAnthropicOptions = {}): Promise<FakeAnthropic> {
  const requests: FakeRequest[] = [];
  const closing = new AbortController();
  let behaviour: Behaviour = options.behaviour ?? 'normal';

  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const request = await readRequest(incoming);
    requests.push(request);
    const usual = () => usualAnswer(request, options.knows ?? isWellFormed, Date.now());
    const chosen = replyOf(scenarioFor(behaviour, request));
    if (chosen.do === 'slow') await wait(chosen.delayMs, undefined, { signal: closing.signal });
    answer(chosen.do === 'slow' || chosen.do === 'as-usual' ? usual() : chosen, request, outgoing, requests.length);
  };
  const server = createServer((incoming, outgoing) => {
    // A client that goes away, or a server that closes, leaves nobody to tell.
    handle(incoming, outgoing).catch(() => outgoing.destroy());
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the fake server got no port');

  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    use(next) {
      behaviour = next;
    },
    async close() {
      closing.abort();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function scenarioFor(behaviour: Behaviour, request: FakeRequest): Scenario {
  if (typeof behaviour === 'string') return behaviour;
  if (isCredentialScript(behaviour)) return behaviour.get(credentialOf(request.headers)?.value ?? '') ?? 'normal';
  if (isReply(behaviour)) return behaviour;
  return behaviour[`/${request.path.slice(1)}`] ?? 'normal';
}

function isCredentialScript(behaviour: object): behaviour is CredentialScript {
  return behaviour instanceof Map;
}

function isReply(behaviour: FakeReply | PathScript): behaviour is FakeReply {
  return 'do' in behaviour;
}

async function readRequest(incoming: IncomingMessage): Promise<FakeRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const [path = '', query = ''] = (incoming.url ?? '').split('?', 2);
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]);
  return { method: incoming.method ?? '', path, query, headers: Object.fromEntries(headers), body: Buffer.concat(chunks).toString('utf8') };
}

type Immediate = Exclude<FakeReply, { readonly do: 'slow' | 'as-usual' }>;

function answer(reply: FakeReply, request: FakeRequest, outgoing: ServerResponse, count: number): void {
  if (reply.do === 'slow' || reply.do === 'as-usual') return;
  outgoing.setHeader('request-id', `req_made_up_${String(count).padStart(6, '0')}`);
  perform(reply, request, outgoing);
}

function perform(reply: Immediate, request: FakeRequest, outgoing: ServerResponse): void {
  switch (reply.do) {
    case 'reply':
      outgoing.writeHead(reply.status, reply.headers).end(reply.body);
      return;
    case 'hang':
      return;
    case 'stall':
      outgoing.writeHead(200, { 'content-type': 'application/json' }).write('{"type":');
      return;
    case 'reset':
      outgoing.socket?.resetAndDestroy();
      return;
    case 'redirect':
      outgoing.writeHead(reply.status, { location: reply.to }).end();
      return;
    case 'huge':
      sendHuge(reply.bytes, reply.compressed, outgoing);
      return;
    case 'echo':
      echo(reply.status, request, outgoing);
      return;
  }
}

function sendHuge(bytes: number, compressed: boolean, outgoing: ServerResponse): void {
  const body = Buffer.alloc(bytes, ' ');
  outgoing.writeHead(200, { 'content-type': 'application/json', ...(compressed ? { 'content-encoding': 'gzip' } : {}) });
  outgoing.end(compressed ? gzipSync(body) : body);
}

/** A careless server: whatever the client sent comes back everywhere. */
function echo(status: number, request: FakeRequest, outgoing: ServerResponse): void {
  const value = credentialOf(request.headers)?.value ?? '';
  const error = anthropicError(status, 'authentication_error', `unknown credential ${value} in ${JSON.stringify(request.headers)}`);
  const entry = { type: 'model', id: value, display_name: `Model of ${value}` };
  const success = request.path === '/v1/models' ? { data: [entry] } : { id: value, type: 'message', model: value, content: [] };
  outgoing.setHeader('request-id', value);
  outgoing.setHeader('anthropic-ratelimit-unified-5h-utilization', '0.5');
  outgoing.setHeader('anthropic-ratelimit-unified-5h-status', value);
  outgoing.writeHead(status, { 'content-type': 'application/json', 'x-echo': value });
  outgoing.end(status === 200 || error.do !== 'reply' ? JSON.stringify(success) : error.body);
}
