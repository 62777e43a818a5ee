import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeAnthropic, type FakeAnthropic } from '../../src/demo/fake-anthropic.ts';
import { apiKeyText, setupTokenText } from '../anthropic/made-up.ts';

let server: FakeAnthropic;

beforeEach(async () => {
  server = await startFakeAnthropic();
});

afterEach(() => server.close());

const version = { 'anthropic-version': '2023-06-01' };

function list(headers: Record<string, string>): Promise<Response> {
  return fetch(`${server.url}/v1/models`, { headers: { ...version, ...headers } });
}

function message(model: string, headers: Record<string, string>): Promise<Response> {
  return fetch(`${server.url}/v1/messages`, { method: 'POST', headers: { ...version, ...headers }, body: JSON.stringify({ model }) });
}

describe('the fake Anthropic', () => {
  it('listens on loopback only', () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('knows a credential only in its own header, and never two at once', async () => {
    const key = { 'x-api-key': apiKeyText };
    const token = { authorization: `Bearer ${setupTokenText}` };
    const statuses = await Promise.all([list(key), list(token), list({}), list({ ...key, ...token }), list({ 'x-api-key': setupTokenText })].map(async (reply) => (await reply).status));
    expect(statuses).toEqual([200, 200, 401, 401, 401]);
  });

  it('refuses a setup-token on other models than Haiku, as the real one does outside Claude Code', async () => {
    const token = { authorization: `Bearer ${setupTokenText}` };
    expect((await message('claude-haiku-4-5', token)).status).toBe(200);
    expect((await message('claude-opus-5', token)).status).toBe(400);
    expect((await message('claude-opus-5', { 'x-api-key': apiKeyText })).status).toBe(200);
    expect((await message('claude-0', { 'x-api-key': apiKeyText })).status).toBe(404);
  });

  it('gives every reply a request id of its own and keeps the requests', async () => {
    const ids = [await list({}), await list({})].map((reply) => reply.headers.get('request-id'));
    expect(new Set(ids).size).toBe(2);
    expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /v1/models', 'GET /v1/models']);
  });

  it('behaves as told for one credential and as usual for others', async () => {
    const other = apiKeyText.replace('q7', 'q8');
    server.use(new Map([[other, 'overloaded']]));
    expect((await list({ 'x-api-key': other })).status).toBe(529);
    expect((await list({ 'x-api-key': apiKeyText })).status).toBe(200);
  });

  it('knows only the credentials that it was told', async () => {
    const strict = await startFakeAnthropic({ knows: ({ value }) => value === 'known' });
    const statusFor = async (key: string) => (await fetch(`${strict.url}/v1/models`, { headers: { ...version, 'x-api-key': key } })).status;
    expect([await statusFor('known'), await statusFor(apiKeyText)]).toEqual([200, 401]);
    await strict.close();
  });

  it('closes while a client hangs or waits', async () => {
    const closing = await startFakeAnthropic({ behaviour: 'hang' });
    const hanging = fetch(closing.url).catch(() => 'cut');
    await expect.poll(() => closing.requests.length).toBe(1);
    closing.use({ do: 'slow', delayMs: 60_000 });
    const waiting = fetch(closing.url).catch(() => 'cut');
    await expect.poll(() => closing.requests.length).toBe(2);
    await closing.close();
    expect(await Promise.all([hanging, waiting])).toEqual(['cut', 'cut']);
  });
});
