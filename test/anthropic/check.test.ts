import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkCredential, type CheckRequest } from '../../src/anthropic/check.ts';
import { findingVerdicts, type FindingCode } from '../../src/anthropic/finding-codes.ts';
import type { CheckReport, CheckStep, CredentialKind } from '../../src/anthropic/verdict.ts';
import { startFakeAnthropic, type FakeAnthropic, type FakeReply } from '../../src/demo/fake-anthropic.ts';
import { dictionaryReplies } from '../../src/demo/fake-scenarios.ts';
import { Secret } from '../../src/terminal/secret.ts';
import { quickest } from '../support/quickest.ts';
import { apiKey, apiKeyText, middle, setupToken, setupTokenText } from './made-up.ts';

let server: FakeAnthropic;

beforeEach(async () => {
  server = await startFakeAnthropic();
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

function check(more: Partial<CheckRequest> = {}, onStep: (step: CheckStep) => void = () => undefined): Promise<CheckReport> {
  const request: CheckRequest = {
    credential: apiKey,
    kind: 'api-key',
    baseUrl: server.url,
    depth: 'message',
    signal: new AbortController().signal,
    userAgent: 'clawdial/test',
    ...more,
  };
  return checkCredential(request, onStep);
}

const token = { credential: setupToken, kind: 'setup-token' } as const;
const states = (report: CheckReport) => report.steps.map(({ step, state }) => `${step} ${state}`);

/** A port on which nothing listens any more. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('a good credential', () => {
  it('is valid for an API key after the list and one message, one request each', async () => {
    const report = await check();
    expect(report).toMatchObject({ verdict: 'valid', finding: null });
    expect(states(report)).toEqual(['offline passed', 'models passed', 'message passed']);
    expect(server.requests.map(({ method, path, query }) => [method, path, query])).toEqual([
      ['GET', '/v1/models', 'limit=1000'],
      ['POST', '/v1/messages', ''],
    ]);
    expect(report.requestIds).toHaveLength(2);
    expect(report.models.map(({ id }) => id)).toContain('claude-opus-5');
    expect(report.limits.map(({ what }) => what)).toContain('requests');
    expect(report.quota).toEqual([]);
  });

  it('is valid for a setup-token, with the windows of its plan', async () => {
    const report = await check(token);
    expect(report.verdict).toBe('valid');
    expect(report.quota.map(({ window }) => window)).toEqual(['5h', '7d']);
    expect(report.quota.every(({ resetsAt }) => resetsAt !== null && resetsAt > Date.now())).toBe(true);
    expect(report.limits).toEqual([]);
  });

  it('is told step by step, as it happens', async () => {
    const seen: string[] = [];
    await check({ depth: 'models' }, ({ step, state }) => seen.push(`${step} ${state}`));
    expect(seen).toEqual(['offline running', 'offline passed', 'models running', 'models passed', 'message skipped']);
  });

  it('is valid after the list alone when no message is wanted', async () => {
    const report = await check({ depth: 'models' });
    expect(report.verdict).toBe('valid');
    expect(server.requests.map(({ path }) => path)).toEqual(['/v1/models']);
  });

  it('is unknown when nothing may be asked', async () => {
    const report = await check({ depth: 'none' });
    expect(report).toMatchObject({ verdict: 'unknown', finding: { code: 'not-asked' } });
    expect(states(report)).toEqual(['offline passed', 'models skipped', 'message skipped']);
    expect(server.requests).toEqual([]);
  });
});

describe('what goes over the wire', () => {
  it('is an API key in x-api-key alone', async () => {
    await check();
    for (const { headers } of server.requests) {
      expect(headers['x-api-key']).toBe(apiKeyText);
      expect(headers).not.toHaveProperty('authorization');
      expect(headers).not.toHaveProperty('anthropic-beta');
      expect(headers).toMatchObject({ 'anthropic-version': '2023-06-01', 'user-agent': 'clawdial/test', accept: 'application/json' });
    }
  });

  it('is a setup-token in Authorization alone, with the one beta of tokens', async () => {
    await check(token);
    for (const { headers } of server.requests) {
      expect(headers['authorization']).toBe(`Bearer ${setupTokenText}`);
      expect(headers).not.toHaveProperty('x-api-key');
      expect(headers['anthropic-beta']).toBe('oauth-2025-04-20');
    }
  });

  it.each([{}, token])('holds no header of the SDK and nothing that names another client', async (more) => {
    await check(more);
    for (const { headers, body } of server.requests) {
      expect(Object.keys(headers).filter((name) => name.startsWith('x-stainless'))).toEqual([]);
      expect(JSON.stringify([headers, body])).not.toMatch(/claude[- ](?:code|cli)/i);
    }
  });

  it('is one short message for one token of Haiku', async () => {
    await check(token);
    const body: unknown = JSON.parse(server.requests[1]?.body ?? '');
    expect(body).toEqual({ model: 'claude-haiku-4-5', max_tokens: 1, messages: [{ role: 'user', content: 'Hi' }] });
  });

  it.each([
    ['api-key', ['claude-haiku-4-5', 'claude-haiku-5-5'], 'claude-haiku-5-5'],
    ['setup-token', ['claude-haiku-5-5', 'claude-haiku-4-5'], 'claude-haiku-4-5'],
    ['setup-token', ['claude-haiku-5-5'], 'claude-haiku-5-5'],
    ['api-key', ['claude-haiku-4-5-20251001'], 'claude-haiku-4-5-20251001'],
    ['api-key', ['claude-opus-5'], 'claude-haiku-4-5'],
    ['api-key', ['claude-haiku-5-5-preview'], 'claude-haiku-4-5'],
  ] as const)('asks the cheapest known Haiku of the list: %s %j', async (kind, ids, expected) => {
    const list: FakeReply = { do: 'reply', status: 200, headers: {}, body: JSON.stringify({ data: ids.map((id) => ({ type: 'model', id })) }) };
    server.use({ '/v1/models': list });
    await check(kind === 'api-key' ? {} : token);
    expect(JSON.parse(server.requests[1]?.body ?? '')).toMatchObject({ model: expected });
  });

  it('goes below the path of the base URL, with or without /v1 at its end', async () => {
    await check({ baseUrl: `${server.url}/anthropic/v1/` });
    expect(server.requests[0]?.path).toBe('/anthropic/v1/models');
  });

  it.each([{}, token])('cannot be changed by any variable of the environment', async (more) => {
    const other = await startFakeAnthropic();
    const written: unknown[] = [];
    const spies = [vi.spyOn(console, 'log'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'error'), vi.spyOn(console, 'debug'), vi.spyOn(console, 'info')];
    for (const spy of spies) spy.mockImplementation((...texts) => void written.push(texts));
    const variables = {
      ANTHROPIC_BASE_URL: other.url,
      ANTHROPIC_API_KEY: 'sk-ant-api03-from-the-environment',
      ANTHROPIC_AUTH_TOKEN: 'from-the-environment',
      ANTHROPIC_PROFILE: 'from-the-environment',
      ANTHROPIC_CONFIG_DIR: '/nowhere',
      ANTHROPIC_IDENTITY_TOKEN: 'from-the-environment',
      ANTHROPIC_WORKSPACE_ID: 'from-the-environment',
      ANTHROPIC_CUSTOM_HEADERS: 'authorization: Bearer from-the-environment\nx-api-key: from-the-environment\nanthropic-version: 1\nanthropic-beta: from-the-environment\nbad name: x',
      ANTHROPIC_LOG: 'debug',
      ANTHROPIC_OPEN_TELEMETRY: 'true',
    };
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    const report = await check(more);
    expect(report.verdict).toBe('valid');
    expect(other.requests).toEqual([]);
    expect(written).toEqual([]);
    for (const { headers } of server.requests) {
      expect(headers['anthropic-version']).toBe('2023-06-01');
      expect(JSON.stringify(headers)).not.toContain('from-the-environment');
    }
    expect(process.env['ANTHROPIC_BASE_URL']).toBe(other.url);
    for (const spy of spies) spy.mockRestore();
    await other.close();
  });
});

describe('every row of the error dictionary', () => {
  const forTokens: readonly FindingCode[] = ['direct-use-refused', 'scope-profile', 'scope-inference', 'token-expired', 'token-revoked', 'invalid-bearer-token'];
  const onlyForList: readonly FindingCode[] = ['list-not-found'];
  const isCode = (code: string): code is keyof typeof dictionaryReplies => Object.hasOwn(dictionaryReplies, code);
  const rows = Object.keys(dictionaryReplies).filter(isCode).flatMap((code) => {
    const replies: readonly FakeReply[] = dictionaryReplies[code];
    return replies.map((reply, form) => [code, form, reply] as const);
  });

  it.each(rows)('%s (form %i) is found by its own code, with its own verdict', async (code, _form, reply) => {
    const step = onlyForList.includes(code) ? 'models' : 'message';
    server.use({ [`/v1/${step === 'models' ? 'models' : 'messages'}`]: reply });
    // The one that never answers is given up soon; the others come however busy the machine is.
    const deadlineMs = code === 'timeout' ? 500 : 30_000;
    const kind: CredentialKind = forTokens.includes(code) ? 'setup-token' : 'api-key';
    const report = await check({ ...(kind === 'setup-token' ? token : {}), depth: step, deadlineMs });
    expect(report.finding).toMatchObject({ code, verdict: findingVerdicts[code] });
    expect(report.verdict).toBe(findingVerdicts[code]);
    expect(report.steps.find((entry) => entry.step === step)).toMatchObject({ state: 'failed', finding: { code } });
  });

  it('shows how long to wait and which request it was', async () => {
    server.use({ '/v1/messages': 'rate-limited' });
    const { finding, requestIds } = await check();
    expect(finding).toMatchObject({ status: 429, retryAfterSeconds: 12, verdict: 'limited' });
    expect(requestIds).toContain(finding?.requestId);
  });

  it('never asks twice', async () => {
    for (const scenario of ['rate-limited', 'overloaded', 'server-error', 'server-timeout', 'reset'] as const) {
      const before = server.requests.length;
      server.use(scenario);
      expect((await check()).verdict).not.toBe('valid');
      expect(server.requests.length - before).toBe(1);
    }
  });
});

describe('a list that fails', () => {
  it('ends the check when it decides', async () => {
    server.use({ '/v1/models': 'invalid-api-key' });
    const report = await check();
    expect(states(report)).toEqual(['offline passed', 'models failed', 'message skipped']);
    expect(report).toMatchObject({ verdict: 'rejected', models: [] });
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ['list-not-found', {}],
    ['list-not-found', token],
    ['scope-profile', token],
    ['oauth-not-supported', token],
  ] as const)('leaves the decision to the message when it proves nothing: %s', async (scenario, more) => {
    server.use({ '/v1/models': scenario });
    const report = await check(more);
    expect(report).toMatchObject({ verdict: 'valid', finding: null });
    expect(states(report)).toEqual(['offline passed', 'models failed', 'message passed']);
    expect((await check({ ...more, depth: 'models' })).finding?.code).toBe(scenario);
  });

  it.each(['garbage', 'html', 'half-json', 'empty'] as const)('proves nothing by a 200 with %s', async (scenario) => {
    server.use(scenario);
    const report = await check();
    expect(report.verdict).toBe('unknown');
    expect(server.requests).toHaveLength(1);
    server.use({ '/v1/messages': scenario });
    expect((await check()).verdict).toBe('unknown');
  });
});

describe('a server that is not to be trusted', () => {
  it.each([301, 302, 307, 308] as const)('cannot send the credential on with a %i', async (status) => {
    const other = await startFakeAnthropic();
    for (const more of [{}, token]) {
      for (const path of ['/v1/models', '/v1/messages'] as const) {
        server.use({ [path]: { do: 'redirect', status, to: `${other.url}${path}` } });
        expect((await check(more)).finding?.code).toBe('redirect');
      }
    }
    expect(other.requests).toEqual([]);
    await other.close();
  });

  it.each(['echo-key', 'echo-key-in-success'] as const)('cannot bring the credential back onto the screen: %s', async (scenario) => {
    for (const more of [{}, token]) {
      server.use(scenario);
      const steps: CheckStep[] = [];
      const report = await check(more, (step) => steps.push(step));
      server.use({ '/v1/messages': scenario });
      const second = await check(more, (step) => steps.push(step));
      const shown = JSON.stringify([report, second, steps]);
      for (let start = 0; start + 8 <= middle.length; start += 1) expect(shown).not.toContain(middle.slice(start, start + 8));
    }
  });

  it('may list more than 64 KiB of models, but not answer a message with it', async () => {
    const data = Array.from({ length: 900 }, (_entry, index) => ({ type: 'model', id: `claude-model-${index}`, display_name: 'x'.repeat(100) }));
    const list: FakeReply = { do: 'reply', status: 200, headers: {}, body: JSON.stringify({ data }) };
    server.use({ '/v1/models': list });
    expect((await check({ depth: 'models' })).models).toHaveLength(900);
    server.use({ '/v1/messages': list });
    expect((await check()).finding?.code).toBe('body-too-large');
  });

  it('lists only what can be a model', async () => {
    const data = [{ id: 'claude-haiku-4-5' }, { id: 'a\u001b[2Jb' }, { id: '' }, { id: 7 }, null, { id: 'claude-old', lifecycle: 'retired' }, { id: 'x'.repeat(500) }];
    server.use({ '/v1/models': { do: 'reply', status: 200, headers: {}, body: JSON.stringify({ data }) } });
    expect((await check({ depth: 'models' })).models).toEqual([{ id: 'claude-haiku-4-5', displayName: null }]);
  });

  it.each(['hang', 'stall'] as const)('is given up after the deadline, head and body together: %s', async (scenario) => {
    server.use(scenario);
    const startedAt = performance.now();
    const report = await check({ deadlineMs: 300 });
    expect(report).toMatchObject({ verdict: 'unreachable', finding: { code: 'timeout' } });
    expect(performance.now() - startedAt).toBeLessThan(3000);
  });

  it('may be slow within the deadline', async () => {
    server.use({ do: 'slow', delayMs: 100 });
    expect((await check()).verdict).toBe('valid');
  });
});

describe('cancelling', () => {
  it.each(['hang', 'stall'] as const)('ends at once, whatever the server does: %s', async (scenario) => {
    server.use(scenario);
    const reports: CheckReport[] = [];
    const cancelled = async (nth: number): Promise<number> => {
      const controller = new AbortController();
      const running = check({ signal: controller.signal });
      await vi.waitFor(() => expect(server.requests).toHaveLength(nth + 1));
      const abortedAt = performance.now();
      controller.abort();
      reports.push(await running);
      return performance.now() - abortedAt;
    };
    expect(await quickest(500, cancelled)).toBeLessThan(500);
    for (const report of reports) {
      expect(report).toMatchObject({ verdict: 'unknown', finding: { code: 'cancelled' } });
      expect(states(report)).toEqual(['offline passed', 'models failed', 'message skipped']);
    }
  });

  it('sends nothing when it came first', async () => {
    const report = await check({ signal: AbortSignal.abort() });
    expect(report.finding?.code).toBe('cancelled');
    expect(server.requests).toEqual([]);
  });
});

describe('what is never sent', () => {
  it.each(['', 'hello', `${apiKeyText}\n`, `${apiKeyText}é`, `sk-ant-api03-\u0000${'a'.repeat(95)}`, apiKeyText.replace('api03', 'admin01')])(
    'is a value that is no credential: %j',
    async (text) => {
      const report = await check({ credential: new Secret(text) });
      expect(report).toMatchObject({ verdict: 'unknown', finding: { code: 'not-a-credential' } });
      expect(states(report)).toEqual(['offline failed', 'models skipped', 'message skipped']);
      expect(server.requests).toEqual([]);
    },
  );

  it('is a credential without verified TLS', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    const report = await check();
    expect(report).toMatchObject({ verdict: 'unknown', finding: { code: 'tls-verification-off' } });
    expect(server.requests).toEqual([]);
  });

  it('is a credential to an address that is refused', async () => {
    const report = await check({ baseUrl: server.url.replace('http://', 'http://someone:word@') });
    expect(report.finding?.code).toBe('base-url-refused');
    expect(server.requests).toEqual([]);
  });

  it('is a credential to a server that cannot speak TLS', async () => {
    const report = await check({ baseUrl: server.url.replace('http:', 'https:') });
    expect(report).toMatchObject({ verdict: 'unreachable', finding: { code: 'tls' } });
    expect(server.requests).toEqual([]);
  });
});

describe('a credential that is odd but kept', () => {
  it('is checked when it is cut off, and the step says so', async () => {
    const report = await check({ credential: new Secret(apiKeyText.slice(0, 80)) });
    expect(report.steps[0]).toMatchObject({ state: 'passed', note: 'looks cut off: 80 characters, 108 are expected' });
    expect(report).toMatchObject({ verdict: 'rejected', finding: { code: 'invalid-api-key' } });
  });

  it('is sent as the kind it is kept as, as OpenClaw would', async () => {
    const report = await check({ credential: setupToken, kind: 'api-key' });
    expect(server.requests[0]?.headers['x-api-key']).toBe(setupTokenText);
    expect(report.steps[0]).toMatchObject({ note: 'looks like a setup-token, sent as an API key' });
    expect(report.verdict).toBe('rejected');
  });
});

it('names a port on which nothing listens', async () => {
  const report = await check({ baseUrl: `http://127.0.0.1:${await freePort()}` });
  expect(report).toMatchObject({ verdict: 'unreachable', finding: { code: 'refused-connection' } });
});
