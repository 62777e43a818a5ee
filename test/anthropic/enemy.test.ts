import { createServer, type Server, type Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkCredential } from '../../src/anthropic/check.ts';
import type { CheckReport } from '../../src/anthropic/verdict.ts';
import { harmIn } from '../support/hostile.ts';
import { quickest } from '../support/quickest.ts';
import { apiKey, apiKeyText, middle } from './made-up.ts';

/** Answers a request as a server may that is broken, hostile, or no Anthropic at all. Below HTTP: the bytes are its own. */
type Enemy = (socket: Socket) => void;

let server: Server | null = null;
const sockets = new Set<Socket>();
const timers = new Set<NodeJS.Timeout>();

async function listen(enemy: Enemy): Promise<string> {
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => enemy(socket));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

function every(ms: number, work: () => void): void {
  timers.add(setInterval(work, ms));
}

beforeEach(() => {
  server = null;
});

afterEach(() => close());

async function close(): Promise<void> {
  for (const timer of timers) clearInterval(timer);
  for (const socket of sockets) socket.destroy();
  timers.clear();
  sockets.clear();
  await new Promise((resolve) => (server === null ? resolve(null) : server.close(resolve)));
  server = null;
}

const deadlineMs = 600;

async function check(enemy: Enemy, depth: 'models' | 'message' = 'models'): Promise<{ report: CheckReport; tookMs: number }> {
  const baseUrl = await listen(enemy);
  const began = performance.now();
  const report = await checkCredential({ credential: apiKey, kind: 'api-key', baseUrl, depth, signal: new AbortController().signal, userAgent: 'clawdial/test', deadlineMs }, () => undefined);
  return { report, tookMs: performance.now() - began };
}

function answer(head: readonly string[], body: string | Buffer = ''): Enemy {
  return (socket) => {
    socket.write(`HTTP/1.1 ${head.join('\r\n')}\r\n\r\n`);
    socket.end(body);
  };
}

const json = 'content-type: application/json';
const length = (body: string | Buffer): string => `content-length: ${Buffer.byteLength(body)}`;
const whole = (status: string, body: string | Buffer, ...more: string[]): Enemy => answer([status, json, length(body), ...more], body);

/** Zeros that grow a thousandfold when they are unpacked. */
const zeros = Buffer.alloc(64 * 1024 * 1024);
const bombs = { gzip: gzipSync(zeros), deflate: deflateSync(zeros), brotli: gzipSync(brotliCompressSync(zeros)) };

const escaped = Array.from(apiKeyText, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`).join('');

const enemies: Readonly<Record<string, Enemy>> = {
  'never a byte': () => undefined,
  'a head that never ends, a byte at a time': (socket) => {
    socket.write('HTTP/1.1 200 OK\r\nx-slow: ');
    every(20, () => socket.write('a'));
  },
  'a body that never ends, a byte at a time': (socket) => {
    socket.write(`HTTP/1.1 200 OK\r\n${json}\r\ncontent-length: 1000000\r\n\r\n{"data":[`);
    every(20, () => socket.write(' '));
  },
  'chunks that never end': (socket) => {
    socket.write(`HTTP/1.1 200 OK\r\n${json}\r\ntransfer-encoding: chunked\r\n\r\n`);
    every(20, () => socket.write('1\r\n \r\n'));
  },
  'a hundred megabytes': (socket) => {
    socket.write(`HTTP/1.1 200 OK\r\n${json}\r\ncontent-length: ${100 * 1024 * 1024}\r\n\r\n`);
    const part = Buffer.alloc(1024 * 1024, ' ');
    for (let sent = 0; sent < 100 && !socket.destroyed; sent += 1) socket.write(part);
  },
  'a gzip bomb': whole('200 OK', bombs.gzip, 'content-encoding: gzip'),
  'a deflate bomb': whole('200 OK', bombs.deflate, 'content-encoding: deflate'),
  'a brotli bomb in gzip': whole('200 OK', bombs.brotli, 'content-encoding: br, gzip'),
  'an encoding that is a lie': whole('200 OK', '{"data":[]}', 'content-encoding: gzip'),
  'half a JSON': whole('200 OK', '{"data":[{"type":"model","id":"claude'),
  'a page': answer(['200 OK', 'content-type: text/html', 'connection: close'], '<html><title>Sign in to \u001B]0;owned\u0007Wi-Fi</title></html>'),
  'another charset': answer(['200 OK', 'content-type: application/json; charset=utf-16le', 'connection: close'], Buffer.from('{"data":[{"id":"claude-x"}]}', 'utf16le')),
  'bytes that are no text': whole('200 OK', Buffer.from([0xff, 0xfe, 0x00, 0x80, 0x1b, 0x5b, 0x32, 0x4a])),
  'a redirect to another host': answer(['307 Temporary Redirect', 'location: http://127.0.0.1:9/v1/models', 'content-length: 0']),
  'only interim answers': (socket) => every(20, () => socket.write('HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n')),
  'a change of protocol': answer(['101 Switching Protocols', 'upgrade: evil', 'connection: upgrade']),
  'the end in the middle of the body': answer(['200 OK', json, 'content-length: 5000'], '{"data":['),
  'the end in the middle of the head': (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-ty'),
  'something else than HTTP': (socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'),
  'two lengths': answer(['200 OK', json, 'content-length: 2', 'content-length: 9'], '{}'),
  'a head of a megabyte': answer(['200 OK', `x-long: ${'a'.repeat(1024 * 1024)}`, 'content-length: 2'], '{}'),
  'ten thousand headers': answer(['200 OK', ...Array.from({ length: 10_000 }, (_, index) => `x-${index}: a`), 'content-length: 2'], '{}'),
  'a hundred thousand levels': whole('200 OK', `${'['.repeat(100_000)}${']'.repeat(100_000)}`),
  'a prototype': whole('200 OK', '{"__proto__":{"data":[]},"constructor":1}'),
  'the key in an unauthorised page': answer(['401 Unauthorized', 'content-type: text/html', 'connection: close'], `<title>${apiKeyText}</title>${apiKeyText}`),
};

describe('an API that is an enemy', () => {
  it.each(Object.entries(enemies))('%s proves nothing, is over within the deadline, and keeps memory flat', async (_what, enemy) => {
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    const checked = async (): Promise<number> => {
      const { report, tookMs } = await check(enemy);
      expect(['unknown', 'unreachable']).toContain(report.verdict);
      expectQuiet(report);
      await close();
      return tookMs;
    };
    expect(await quickest(deadlineMs + 1500, checked, 3)).toBeLessThan(deadlineMs + 1500);
    expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(220);
  });

  it.each([
    ['as it is', apiKeyText],
    ['escaped', escaped],
    ['percent-encoded', encodeURIComponent(apiKeyText).replaceAll('-', '%2D')],
    ['broken over lines', apiKeyText.replace(/(.{20})/g, '$1\\n')],
    ['in colour', apiKeyText.replace(/(.{20})/g, '$1\\u001b[31m')],
    ['between controls', `\\u001b]52;c;${apiKeyText}\\u0007`],
  ])('a refusal that quotes the key %s shows nothing of it', async (_how, quoted) => {
    const body = `{"type":"error","error":{"type":"authentication_error","message":"bad key ${quoted} \\u001b[2J\\u202e"},"request_id":"${quoted}"}`;
    const { report } = await check(whole('401 Unauthorized', body, `request-id: ${apiKeyText}`, 'anthropic-ratelimit-requests-limit: 1'), 'message');
    expect(report.verdict).toBe('rejected');
    expectQuiet(report);
  });

  it.each([
    ['in the past', 'Thu, 01 Jan 1970 00:00:00 GMT', '-5'],
    ['far in the future', 'Fri, 31 Dec 9999 23:59:59 GMT', '99999999999999999999'],
    ['no date at all', 'yesterday', 'soon'],
  ])('a clock that is wrong (%s) changes no verdict, and no wait is longer than a week', async (_how, date, retryAfter) => {
    const body = '{"type":"error","error":{"type":"rate_limit_error","message":"slow down"}}';
    const reset = 'anthropic-ratelimit-unified-5h-reset: 99999999999999999999';
    const { report } = await check(whole('429 Too Many Requests', body, `date: ${date}`, `retry-after: ${retryAfter}`, reset, 'anthropic-ratelimit-unified-5h-utilization: NaN'), 'message');
    expect(report.verdict).toBe('limited');
    const wait = report.finding?.retryAfterSeconds ?? 0;
    expect(wait).toBeGreaterThanOrEqual(0);
    expect(wait).toBeLessThanOrEqual(7 * 24 * 3600);
    expectQuiet(report);
  });
});

/** Nothing of the key, and nothing that acts on a terminal. */
function expectQuiet(report: CheckReport): void {
  const shown = JSON.stringify(report);
  for (let start = 0; start + 8 <= middle.length; start += 1) expect(shown).not.toContain(middle.slice(start, start + 8));
  const texts = [report.finding, ...report.requestIds].flatMap((one) => (typeof one === 'string' ? [one] : Object.values(one ?? {}))).filter((one) => typeof one === 'string');
  for (const text of texts) expect(harmIn(text)).toBeNull();
}
