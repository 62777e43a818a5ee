import { symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localRecords } from '../../src/openclaw/record-files.ts';
import { readUsageCalls, usageLimits, type UsageCall, type UsageLimits } from '../../src/openclaw/usage-records.ts';
import { makeHome, type TestHome } from '../support/homes.ts';

const now = Date.parse('2026-03-01T12:00:00Z');
const minute = 60_000;
const sessions = '.openclaw/agents/main/sessions';

let home: TestHome;
beforeEach(async () => {
  home = await makeHome();
});
afterEach(() => home.dispose());

function answer(minutesAgo: number, change: object = {}, usage: object = {}): string {
  const message = { role: 'assistant', provider: 'anthropic', model: 'claude-opus-4-6', timestamp: now - minutesAgo * minute, content: [{ type: 'text', text: 'hi' }], ...change };
  return `${JSON.stringify({ type: 'message', timestamp: new Date(now).toISOString(), message: { ...message, usage: { input: 1, output: 2, cacheRead: 3, cacheWrite: 4, ...usage } } })}\n`;
}

/** Writes a transcript that was last changed so long ago. */
async function transcript(name: string, minutesAgo: number, content: string | Uint8Array): Promise<string> {
  const path = await home.write(`${sessions}/${name}`, content);
  const changed = (now - minutesAgo * minute) / 1000;
  await utimes(path, changed, changed);
  return path;
}

async function ages(limits: UsageLimits = usageLimits): Promise<readonly number[]> {
  return (await calls(limits)).map(({ at }) => (now - at) / minute);
}

function calls(limits: UsageLimits = usageLimits): Promise<readonly UsageCall[]> {
  return readUsageCalls({ stateDir: home.stateDir, agentId: 'main', provider: 'anthropic', modelId: 'claude-opus-4-6' }, localRecords, now, limits);
}

describe('reading session transcripts', () => {
  it('gives times and numbers of the calls of all sessions, oldest first, and no word of what was said', async () => {
    await transcript('a.jsonl', 1, `{"type":"session","id":"a"}\n${answer(9)}${answer(1)}`);
    await transcript('b.jsonl', 4, answer(4));
    expect(await ages()).toEqual([9, 4, 1]);
    expect((await calls())[0]).toEqual({ at: now - 9 * minute, input: 1, cacheRead: 3, cacheWrite: 4 });
  });

  it('an installation without transcripts has no calls', async () => {
    expect(await calls()).toEqual([]);
  });

  it('passes over other models, other files, failed calls, copies of a fork, the future, and what is older than 30 days', async () => {
    await transcript('a.jsonl', 1, [answer(5), answer(4, { model: 'claude-haiku-5-5' }), answer(3, { provider: 'openclaw' }), answer(2, {}, { input: 0, cacheRead: 0, cacheWrite: 0 })].join(''));
    await transcript('fork.jsonl', 1, `${answer(5)}${answer(-10)}${answer(31 * 1440)}`);
    await transcript('sessions.json', 1, answer(6));
    await transcript('old.jsonl', 31 * 1440, answer(7));
    expect(await ages()).toEqual([5]);
  });

  it('counts the calls of sessions that were reset or deleted', async () => {
    await transcript('a.jsonl', 1, answer(5));
    await transcript('a.jsonl.reset.2026-03-01T11-00-00.000Z', 60, answer(70));
    await transcript('b.jsonl.deleted.2026-03-01T10-00-00.000Z', 120, answer(130));
    await transcript('c.jsonl.lock', 1, answer(2));
    await transcript('d.jsonl.bak', 1, answer(3));
    expect(await ages()).toEqual([130, 70, 5]);
  });

  it('takes the time of the line where the message has none', async () => {
    await transcript('a.jsonl', 1, answer(5, { timestamp: 'x' }));
    expect(await ages()).toEqual([0]);
  });

  it.each([
    ['a torn last line', `${answer(5)}${answer(4).slice(0, -20)}`],
    ['half a line without an end', answer(5) + answer(4).trimEnd()],
    ['damaged JSON', `{"cacheRead"\n${answer(5)}`],
    ['brackets without end', `${'['.repeat(100_000)}"cacheRead"\n${answer(5)}`],
    ['numbers that are none', answer(5) + answer(4, {}, { input: '1' }) + answer(3, {}, { cacheRead: -1 }) + answer(2, {}, { cacheWrite: 1e300 })],
    ['no usage at all', `{"type":"message","message":{"role":"assistant","usage":null,"x":"\\"cacheRead\\""}}\n${answer(5)}`],
    ['Windows line ends', answer(5).replace('\n', '\r\n')],
    ['bytes that are no text', Buffer.concat([Buffer.from([0xff, 0xfe, 0x00, 0x0a]), Buffer.from(answer(5))])],
  ])('%s hurts no other line', async (_, content) => {
    await transcript('a.jsonl', 1, content);
    expect(await ages()).toEqual([5]);
  });

  it('leaves out a line beyond the limit, also one of many pieces', async () => {
    await transcript('a.jsonl', 1, answer(5) + answer(4, { content: 'x'.repeat(600_000) }) + answer(3));
    expect(await ages({ ...usageLimits, lineBytes: 1000 })).toEqual([5, 3]);
    expect(await ages()).toEqual([5, 4, 3]);
  });

  it('reads the end of a file that is too large, and gives nothing from before what it knows all of', async () => {
    await transcript('new.jsonl', 1, answer(50) + answer(40) + answer(2) + answer(1));
    await transcript('old.jsonl', 45, answer(48) + answer(45));
    const bytes = (answer(2) + answer(1)).length + 5;
    expect(await ages({ ...usageLimits, bytes })).toEqual([2, 1]);
    expect(await ages({ ...usageLimits, files: 1 })).toEqual([40, 2, 1]);
  });

  it('follows no link', async () => {
    const path = await home.write('elsewhere.jsonl', answer(5));
    await transcript('a.jsonl', 1, answer(3));
    await symlink(path, join(home.home, sessions, 'link.jsonl'));
    expect(await ages()).toEqual([3]);
  });
});
