import { describe, expect, it } from 'vitest';
import { findingVerdicts, type FindingCode } from '../../src/anthropic/finding-codes.ts';
import { readFailure, RequestStopped } from '../../src/anthropic/failures.ts';
import { findingOf, readReply, type Reply } from '../../src/anthropic/replies.ts';
import { Secret } from '../../src/terminal/secret.ts';
import { findingWords } from '../../src/words/check.ts';
import { apiKey, apiKeyText, middle } from './made-up.ts';

function envelope(type: string, message: string, details?: object): string {
  return JSON.stringify({ type: 'error', error: { type, message, ...(details === undefined ? {} : { details }) }, request_id: 'req_in_body' });
}

function read(status: number, body: string, more: Partial<Reply> = {}) {
  return readReply({ status, headers: new Headers(), body, credentialKind: 'api-key', step: 'message', ...more });
}

describe('what a reply proves', () => {
  it('rejects only on a 401 in Anthropic’s own words, or a revoked token', () => {
    expect(read(401, envelope('authentication_error', 'invalid x-api-key')).verdict).toBe('rejected');
    expect(read(401, JSON.stringify({ error: { type: 'authentication_error', message: 'invalid x-api-key' } })).verdict).toBe('unknown');
    expect(read(401, '<html>').verdict).toBe('unknown');
    expect(read(401, envelope('proxy_error', 'no')).verdict).toBe('unknown');
    expect(read(403, envelope('permission_error', 'OAuth token has been revoked')).verdict).toBe('rejected');
    expect(read(403, 'OAuth token has been revoked').verdict).toBe('unknown');
    expect(read(403, envelope('permission_error', 'no')).verdict).toBe('refused');
  });

  it('takes a 429 for proof of the credential only in Anthropic’s own words', () => {
    expect(read(429, envelope('rate_limit_error', 'slow')).verdict).toBe('limited');
    expect(read(429, 'slow').verdict).toBe('unknown');
  });

  it('believes the error code rather than the text', () => {
    const body = envelope('rate_limit_error', 'Your credit balance is too low', { error_code: 'ramp_limit_exceeded' });
    expect(read(429, body).code).toBe('ramp-limit');
    expect(read(400, envelope('invalid_request_error', 'x', { error_code: 'toString' })).code).toBe('invalid-request');
  });

  it('reads texts in any case', () => {
    expect(read(401, envelope('authentication_error', 'INVALID X-API-KEY')).code).toBe('invalid-api-key');
  });

  it('calls an “Error” without more a refusal of direct use only for a setup-token', () => {
    const body = envelope('invalid_request_error', 'Error');
    expect(read(400, body, { credentialKind: 'setup-token' }).code).toBe('direct-use-refused');
    expect(read(400, body).code).toBe('invalid-request');
    const limit = envelope('rate_limit_error', 'Error');
    expect(read(429, limit).code).toBe('rate-limited');
    expect(read(429, limit, { credentialKind: 'setup-token' }).code).toBe('direct-use-refused');
    for (const header of [{ 'retry-after': '5' }, { 'anthropic-ratelimit-unified-status': 'rejected' }]) {
      expect(read(429, limit, { credentialKind: 'setup-token', headers: new Headers(Object.entries(header)) }).code).toBe('rate-limited');
    }
  });

  it('tells a missing list from a missing model', () => {
    const body = envelope('not_found_error', 'Not found');
    expect(read(404, body, { step: 'models' }).code).toBe('list-not-found');
    expect(read(404, body, { step: 'message' }).code).toBe('model-not-found');
  });

  it.each([500, 502, 503, 504, 529, 520])('proves nothing by a %i, whatever stands in it', (status) => {
    expect(read(status, envelope('authentication_error', 'invalid x-api-key')).verdict).toBe('unknown');
    expect(read(status, envelope('api_error', 'Your credit balance is too low')).verdict).toBe('unknown');
  });
});

describe('what is shown of a reply', () => {
  it('takes the request id from the header, else from the body', () => {
    expect(read(400, envelope('x', 'y')).requestId).toBe('req_in_body');
    expect(read(400, envelope('x', 'y'), { headers: new Headers({ 'request-id': 'req_in_header' }) }).requestId).toBe('req_in_header');
    expect(read(400, '{}', { headers: new Headers({ 'request-id': 'a b' }) }).requestId).toBeNull();
  });

  it('shows the wait that the server asks for, a week at most', () => {
    const wait = (value: string) => read(429, '', { headers: new Headers({ 'retry-after': value }) }).retryAfterSeconds;
    expect(['12', '0.4', '2147483647', '-1', 'soon', '', 'Wed, 21 Oct 2026 07:28:00 GMT', '1e9'].map(wait)).toEqual([
      12, 1, 604_800, null, null, null, null, null,
    ]);
  });

  it('cuts a long message at 300 characters and shows what could act on the terminal', () => {
    const detail = read(400, envelope('x', `\u001b[2J${'long '.repeat(500)}`)).detail ?? '';
    expect(Array.from(detail)).toHaveLength(300);
    expect(detail.startsWith(String.raw`\u{1B}[2J`)).toBe(true);
  });

  it('holds no credential that a message quotes, also where the cut would part it', () => {
    for (let shift = 0; shift < 110; shift += 1) {
      const finding = read(401, envelope('authentication_error', `${'x'.repeat(190 + shift)} ${apiKeyText}`), { secrets: [apiKey] });
      expect(JSON.stringify(finding)).not.toContain(middle.slice(0, 6));
    }
    const odd = new Secret('made-up-orchard-word');
    expect(JSON.stringify(read(401, envelope('x', `bad ${odd.reveal()}`), { secrets: [odd] }))).not.toContain('orchard');
  });

  it('shows of a page its title, of a plain text the text, of a page without title nothing', () => {
    expect(read(502, '<html><head><title>Bad\n gateway</title></head><body>long</body></html>').detail).toBe('Bad gateway');
    expect(read(502, 'upstream down').detail).toBe('upstream down');
    expect(read(502, '<h1>oops</h1>').detail).toBeNull();
  });

  it('never throws on a body that only looks like an error', () => {
    const bodies = ['null', '[]', '1', '"x"', '{"type":"error"}', '{"type":"error","error":null}', '{"type":"error","error":{"type":1,"message":2}}', '{"__proto__":1}'];
    for (const body of bodies) expect(read(401, body).verdict).toBe('unknown');
  });
});

describe('a request without a reply', () => {
  const withCode = (code: string) => Object.assign(new Error('connect failed'), { code });

  it.each([
    ['dns', withCode('ENOTFOUND')],
    ['dns', withCode('EAI_AGAIN')],
    ['refused-connection', withCode('ECONNREFUSED')],
    ['reset', withCode('ECONNRESET')],
    ['reset', withCode('UND_ERR_SOCKET')],
    ['offline', withCode('ENETUNREACH')],
    ['timeout', withCode('UND_ERR_CONNECT_TIMEOUT')],
    ['tls', withCode('SELF_SIGNED_CERT_IN_CHAIN')],
    ['tls', withCode('ERR_TLS_CERT_ALTNAME_INVALID')],
    ['tls', withCode('UNABLE_TO_VERIFY_LEAF_SIGNATURE')],
    ['redirect', new Error('unexpected redirect')],
    ['body-too-large', new RequestStopped('body-too-large')],
    ['timeout', new RequestStopped('timeout')],
    ['connection-failed', withCode('toString')],
    ['connection-failed', 'a string'],
    ['connection-failed', null],
    ['refused-connection', new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')])],
  ])('is named %s, also as the cause of a cause', (code, error) => {
    expect(readFailure(error, 'models')).toMatchObject({ code, verdict: 'unreachable', status: null });
    const wrapped = new TypeError('fetch failed', { cause: new Error('inner', { cause: error }) });
    expect(readFailure(wrapped, 'models').code).toBe(code);
  });

  it('proves nothing when it was cancelled', () => {
    expect(readFailure(new RequestStopped('cancelled'), 'models')).toMatchObject({ code: 'cancelled', verdict: 'unknown', detail: null });
  });

  it('tells a proxy that wants its own sign-in from a network that fails', () => {
    const error = new TypeError('fetch failed', { cause: new Error('Proxy response (407) !== 200 when HTTP Tunneling') });
    expect(readFailure(error, 'models')).toMatchObject({ code: 'proxy-authentication', verdict: 'unknown' });
    expect(read(407, 'sign in').code).toBe('proxy-authentication');
  });

  it('shows nothing of a header that Node’s own message quotes', () => {
    const error = new TypeError(`Headers.append: "${apiKeyText}\n" is an invalid header value.`);
    expect(JSON.stringify(readFailure(error, 'models'))).not.toContain(middle.slice(0, 6));
  });

  it('ends on an error that is its own cause', () => {
    const error = new Error('loop');
    error.cause = error;
    expect(readFailure(error, 'models').code).toBe('connection-failed');
  });
});

describe('the words of the dictionary', () => {
  it.each(Object.keys(findingVerdicts))('say what %s means and what to do', (code) => {
    const known = Object.keys(findingWords).find((name): name is FindingCode => name === code);
    if (known === undefined) throw new Error(`no words for ${code}`);
    const { meaning, advice } = findingOf(known);
    for (const sentence of [meaning, advice]) {
      expect(sentence).toMatch(/^[A-Z“].*\.$/);
      expect(sentence).not.toContain('!');
      expect(sentence.length).toBeLessThan(160);
    }
  });
});
