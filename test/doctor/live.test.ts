import { afterEach, expect, test } from 'vitest';
import { startFakeAnthropic, type FakeAnthropic, type Scenario } from '../../src/demo/fake-anthropic.ts';
import { readDoctorFacts } from '../../src/commands/doctor/read-doctor-facts.ts';
import { runChecks } from '../../src/rules/doctor/checks.ts';
import type { CheckCode } from '../../src/rules/doctor/check-codes.ts';
import type { DoctorFacts } from '../../src/rules/doctor/facts.ts';
import { findingText } from '../../src/words/doctor-finding.ts';
import { apiKey, setupToken, type TestHome } from '../support/homes.ts';
import { liveCodes } from './live-codes.ts';
import { key, makePatient, token, withProfiles } from './support.ts';

const open: { dispose: () => Promise<void> }[] = [];

afterEach(async () => {
  for (const one of open.splice(0)) await one.dispose();
});

const profiles = { 'anthropic:k': key('k'), 'anthropic:t': token('t'), 'anthropic:same': key('k'), 'anthropic:cut': { type: 'token', provider: 'anthropic', token: setupToken('c').slice(0, 80) } };

async function ask(scenario: Scenario, asks = true): Promise<{ readonly facts: DoctorFacts; readonly server: FakeAnthropic; readonly home: TestHome }> {
  const server = await startFakeAnthropic({ behaviour: new Map([[apiKey('k'), scenario]]) });
  const patient = withProfiles(profiles, {}, { models: { providers: { anthropic: { baseUrl: server.url, models: [] } } } });
  const home = await makePatient(patient);
  open.push({ dispose: () => server.close() }, home);
  const { facts } = await readDoctorFacts({}, home.host(), asks);
  return { facts, server, home };
}

const isLive = (code: CheckCode): boolean => liveCodes.some((live) => live === code);

test.each([
  ['token-revoked', 'credential-rejected', 'problem', /^anthropic:k: /],
  ['organization-on-hold', 'credential-refused', 'problem', /^anthropic:k: /],
  ['credit-too-low', 'credential-unfunded', 'problem', /^anthropic:k: /],
  ['rate-limited', 'credential-limited', 'note', /^anthropic:k: /],
  ['server-error', 'credential-unproved', 'warning', /^anthropic:k: /],
] as const)('%s is told as %s, and nothing of the other credential', async (scenario, code, severity, says) => {
  const { facts } = await ask(scenario);
  const found = runChecks(facts).filter((finding) => isLive(finding.code));
  expect(found.map((finding) => [finding.code, finding.severity, finding.agents])).toEqual([[code, severity, ['main']]]);
  expect(found.map((finding) => findingText(finding, facts.now).message)).toEqual([expect.stringMatching(says)]);
});

test('good credentials are told nowhere; each secret is asked once, and a cut one not at all', async () => {
  const { facts, server } = await ask('normal');
  expect(runChecks(facts).filter(({ code }) => isLive(code))).toEqual([]);
  expect(facts.live?.map(({ verdict }) => verdict)).toEqual(['valid', 'valid']);
  expect(server.requests).toHaveLength(4);
});

test.each([
  ['10 minutes ahead', -600_000, /10 min ahead of Anthropic/],
  ['2 hours behind', 7_200_000, /2 hr behind Anthropic/],
] as const)('a clock that is %s', async (_name, served, says) => {
  const date = new Date(Date.now() + served).toUTCString();
  const { facts } = await ask({ do: 'reply', status: 401, headers: { 'content-type': 'application/json', date }, body: '{}' });
  // The other credential is answered with the right time: the nearest answer counts, so only a clock that all contradict is wrong.
  expect(runChecks(facts, new Set(['clock-skew']))).toEqual([]);
  const wrong = { ...facts, live: (facts.live ?? []).slice(0, 2).filter(({ clockAheadMs }) => Math.abs(clockAheadMs ?? 0) > 1000) };
  const [finding] = runChecks(wrong, new Set(['clock-skew']));
  expect(finding === undefined ? '' : findingText(finding, facts.now).message).toMatch(says);
});

test('nobody is asked without --live', async () => {
  const { facts, server } = await ask('invalid-api-key', false);
  expect(facts.live).toBeNull();
  expect(server.requests).toEqual([]);
});

test('a host that is not Anthropic’s is not asked unless it is trusted', async () => {
  const home = await makePatient(withProfiles(profiles, {}, { models: { providers: { anthropic: { baseUrl: 'https://gateway.example', models: [] } } } }));
  open.push(home);
  await expect(readDoctorFacts({}, home.host(), true)).rejects.toThrow(/gateway\.example, which is not Anthropic’s/);
});
