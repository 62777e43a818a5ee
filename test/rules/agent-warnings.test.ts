import { afterEach, describe, expect, test } from 'vitest';
import { agentWarnings, credentialWarnings, type StatusWarning } from '../../src/rules/agent-warnings.ts';
import { isSameSource, type CandidateSource } from '../../src/rules/candidate.ts';
import { credentialsFor } from '../../src/rules/candidates.ts';
import { leftovers, sameSecrets } from '../../src/rules/same-secrets.ts';
import { warningWords } from '../../src/words/status.ts';
import { apiKey, makeHome, setupToken, type HomeContent, type TestHome } from '../support/homes.ts';
import { agentNamed, readHome } from '../support/read.ts';

const now = 1_790_000_000_000;
const day = 86_400_000;
let home: TestHome | null = null;

afterEach(async () => {
  await home?.dispose();
  home = null;
});

const key = (letter: string): object => ({ type: 'api_key', provider: 'anthropic', key: apiKey(letter) });
const token = (letter: string, expires?: number): object => ({ type: 'token', provider: 'anthropic', token: setupToken(letter), expires });
const store = (profiles: object, more: object = {}): object => ({ version: 1, profiles, ...more });
const stats = (more: object): object => ({ usageStats: { 'anthropic:a': more } });

async function warnings(content: HomeContent, agentId = 'main', variables: Record<string, string> = {}): Promise<readonly StatusWarning[]> {
  home = await makeHome(content);
  const snapshot = await readHome(home.host(variables), now);
  return agentWarnings(snapshot, credentialsFor(snapshot, agentNamed(snapshot, agentId), now), now);
}

const main = (profiles: object, more: object = {}): HomeContent => ({ config: {}, stores: { main: store(profiles, more) } });
const agents = { agents: { list: [{ id: 'main' }, { id: 'alerts' }, { id: 'night' }] } };

function concerns(warning: StatusWarning, source: CandidateSource): boolean {
  if ('profile' in warning) return source.from === 'profile' && warning.profile.profileId === source.profileId && warning.profile.path === source.path;
  return 'source' in warning && isSameSource(warning.source, source);
}

interface Told {
  readonly content: HomeContent;
  readonly codes: readonly string[];
  readonly says: RegExp;
  readonly command: string | null;
  readonly variables?: Record<string, string>;
  readonly agent?: string;
}

const cases: readonly (readonly [string, Told])[] = [
  ['a good API key', { content: main({ 'anthropic:a': key('a') }), codes: [], says: /^$/, command: null }],
  ['a setup-token without an end', { content: main({ 'anthropic:a': token('a') }), codes: [], says: /^$/, command: null }],
  ['nothing at all', { content: { config: {} }, codes: ['no-credential'], says: /no credential that main could use/, command: 'clawdial onboard' }],
  [
    'only profiles that wait',
    { content: main({ 'anthropic:a': key('a') }, stats({ cooldownUntil: now + 600_000, failureCounts: { rate_limit: 2 } })), codes: ['all-waiting'], says: /\(rate_limit\).*anthropic:a is back in 10 min/, command: 'clawdial onboard' },
  ],
  [
    'an API key beside a subscription',
    { content: main({ 'anthropic:a': key('a'), 'anthropic:t': token('t') }), codes: ['api-key-beside-subscription'], says: /anthropic:t counts against a subscription.*API key anthropic:a/, command: 'openclaw models auth order set --provider anthropic --agent main anthropic:t' },
  ],
  [
    'an API key that is billed while a subscription waits',
    { content: main({ 'anthropic:a': token('a'), 'anthropic:k': key('k') }, stats({ cooldownUntil: now + 600_000, failureCounts: { auth: 1 }, errorCount: 1 })), codes: ['api-key-beside-subscription'], says: /billed by usage, although anthropic:a/, command: 'openclaw models auth order set --provider anthropic --agent main anthropic:a' },
  ],
  [
    'a variable that takes over',
    { content: main({ 'anthropic:a': token('a', now - day) }), variables: { ANTHROPIC_API_KEY: apiKey('e') }, codes: ['environment-takes-over', 'expired'], says: /ANTHROPIC_API_KEY .* is used, because none of the stored profiles \(anthropic:a\)/, command: 'unset ANTHROPIC_API_KEY' },
  ],
  [
    'a variable behind a profile',
    { content: main({ 'anthropic:a': key('a') }), variables: { ANTHROPIC_API_KEY: apiKey('e') }, codes: ['shadowed-environment'], says: /not used: anthropic:a comes first/, command: 'unset ANTHROPIC_API_KEY' },
  ],
  [
    'an end within a week',
    { content: main({ 'anthropic:a': token('a', now + 3 * day) }), codes: ['expires-soon'], says: /ends in 3 days/, command: 'claude setup-token' },
  ],
  ['an end within two months', { content: main({ 'anthropic:a': token('a', now + 60 * day) }), codes: [], says: /^$/, command: null }],
  [
    'an end that is over',
    { content: main({ 'anthropic:a': token('a', now - 2 * day) }), codes: ['no-credential', 'expired'], says: /expired 2 days ago/, command: 'claude setup-token' },
  ],
  [
    'an end in seconds',
    { content: main({ 'anthropic:a': token('a', (now + day) / 1000) }), codes: ['no-credential', 'expired'], says: /written in seconds/, command: 'clawdial onboard --token - --token-expires-in 365d --token-profile-id anthropic:a' },
  ],
  [
    'a declared mode that is not the stored type',
    { content: { config: { auth: { profiles: { 'anthropic:a': { provider: 'anthropic', mode: 'token' } } } }, stores: { main: store({ 'anthropic:a': key('a') }) } }, codes: ['no-credential', 'never-used'], says: /its agents never use it/, command: "openclaw config set 'auth.profiles[anthropic:a].mode' api_key" },
  ],
  ['a blank key', { content: main({ 'anthropic:a': { type: 'api_key', provider: 'anthropic', key: ' ' } }), codes: ['no-credential', 'never-used'], says: /holds no secret/, command: 'clawdial onboard --anthropic-api-key - --token-profile-id anthropic:a' }],
  [
    'a setup-token stored as an API key',
    { content: main({ 'anthropic:a': { type: 'api_key', provider: 'anthropic', key: setupToken('t') } }), codes: ['type-mismatch'], says: /count against the subscription all the same/, command: 'clawdial onboard --token - --token-profile-id anthropic:subscription --token-expires-in 365d' },
  ],
  [
    'an API key stored as a token',
    { content: main({ 'anthropic:a': { type: 'token', provider: 'anthropic', token: apiKey('t') } }), codes: ['type-mismatch'], says: /billed by usage/, command: 'clawdial onboard --anthropic-api-key - --token-profile-id anthropic:api-key' },
  ],
  [
    'a failure whose cooldown was wiped',
    { content: main({ 'anthropic:a': key('a') }, stats({ errorCount: 0, lastFailureAt: now - 60_000 * 5, lastUsed: now - 60_000 * 5 + 20 })), codes: ['last-failure-cleared'], says: /failed 5 min ago/, command: 'clawdial models status --probe --probe-profile anthropic:a' },
  ],
  ['a failure before a use that went well', { content: main({ 'anthropic:a': key('a') }, stats({ errorCount: 0, lastFailureAt: now - day, lastUsed: now - 5 })), codes: [], says: /^$/, command: null }],
  [
    'a wait that OpenClaw never gave',
    { content: main({ 'anthropic:a': key('a') }, stats({ cooldownUntil: 9e15 })), codes: ['all-waiting', 'absurd-wait'], says: /a time that no calendar has/, command: null },
  ],
  ['half a store', { content: { config: {}, stores: { main: '{"version":1,"profiles":{' } }, codes: ['store-broken', 'no-credential'], says: /auth-profiles\.json is not valid JSON.*treats the store as empty/, command: null }],
  ['a broken config', { content: { config: '{ agents: ' }, codes: ['config-broken', 'no-credential'], says: /takes the config for invalid/, command: 'openclaw doctor' }],
  [
    'a config with params of an agent, which this version refuses',
    { content: { config: { agents: { list: [{ id: 'main', params: {} }] } }, stores: { main: store({ 'anthropic:a': key('a') }) } }, codes: ['config-refused'], says: /OpenClaw 2026\.2\.24 does not accept agents\.list\[0\]\.params\. The whole config is refused/, command: null },
  ],
  ['an entry of an unknown type', { content: main({ 'anthropic:a': key('a'), 'anthropic:x': { type: 'magic', provider: 'anthropic' } }), codes: ['profiles-dropped'], says: /ignores anthropic:x/, command: 'clawdial onboard' }],
  [
    'two agents with one directory',
    { content: { config: { agents: { list: [{ id: 'main' }, { id: 'alerts', agentDir: '~/one' }, { id: 'night', agentDir: '~/one' }] } }, stores: { main: store({ 'anthropic:a': key('a') }) } }, agent: 'alerts', codes: ['shared-agent-dir'], says: /alerts, night share/, command: null },
  ],
  [
    'a copy that is out of date',
    { content: { config: agents, stores: { main: store({ 'anthropic:a': key('n') }), alerts: store({ 'anthropic:a': key('o') }) } }, agent: 'alerts', codes: ['stale-copy'], says: /alerts holds its own copy of anthropic:a/, command: 'clawdial models auth refresh-copies anthropic:a' },
  ],
  ['a copy that is the same', { content: { config: agents, stores: { main: store({ 'anthropic:a': key('n') }), alerts: store({ 'anthropic:a': key('n') }) } }, agent: 'alerts', codes: [], says: /^$/, command: null }],
  [
    'a copy of what main gave another name',
    { content: { config: agents, stores: { main: store({ 'anthropic:new': key('n') }), alerts: store({ 'anthropic:a': key('n') }) } }, agent: 'alerts', codes: ['ghost'], says: /leftover copy.*same secret is anthropic:new/, command: null },
  ],
  ['an agent’s own credential', { content: { config: agents, stores: { main: store({ 'anthropic:a': key('n') }), alerts: store({ 'anthropic:b': key('b') }) } }, agent: 'alerts', codes: [], says: /^$/, command: null }],
  ['a model of another provider', { content: { config: { agents: { defaults: { model: 'openai/gpt-5.2' } } } }, codes: [], says: /^$/, command: null }],
];

describe('what an agent’s status warns of', () => {
  test.each(cases)('%s', async (_name, { content, codes, says, command, variables, agent = 'main' }) => {
    const found = await warnings(content, agent, variables);
    expect(found.map(({ code }) => code)).toEqual(codes);
    const words = found.map((warning) => warningWords(warning, agent, now));
    expect(words.map(({ message }) => message).join(' ')).toMatch(says);
    if (command !== null) expect(words.flatMap(({ commands }) => commands)).toContain(command);
    expect(JSON.stringify(words)).not.toMatch(/sk-ant-\w+-\w{5}/);
  });

  test.each(cases)('%s: of one credential, the part that is about it', async (_name, { content, variables, agent = 'main' }) => {
    home = await makeHome(content);
    const snapshot = await readHome(home.host(variables), now);
    const credentials = credentialsFor(snapshot, agentNamed(snapshot, agent), now);
    const all = agentWarnings(snapshot, credentials, now);
    for (const { source } of credentials.candidates) {
      expect(credentialWarnings(snapshot, credentials, source, now)).toEqual(all.filter((warning) => concerns(warning, source)));
    }
  });

  test('an id with characters of a shell stays one word in a command', async () => {
    const found = await warnings(main({ "anthropic:a'; rm -rf ~": token('a', now - day) }));
    const commands = found.flatMap((warning) => warningWords(warning, 'main', now).commands);
    expect(commands.join('\n')).toContain(String.raw`'anthropic:a'\''; rm -rf ~'`);
  });
});

describe('one secret in several places', () => {
  test('is found under several ids and in several stores, and copies are told from ghosts', async () => {
    home = await makeHome({
      config: agents,
      stores: {
        main: store({ 'anthropic:a': key('a'), 'anthropic:same': key('a'), 'anthropic:alone': key('z') }),
        alerts: store({ 'anthropic:a': key('x'), 'anthropic:gone': key('g') }),
        night: store({ 'anthropic:gone': key('g') }),
      },
    });
    const snapshot = await readHome(home.host(), now);
    expect(sameSecrets(snapshot).map(({ holders }) => holders.map(({ profileId, agentIds }) => [profileId, ...agentIds]))).toEqual([
      [['anthropic:a', 'main'], ['anthropic:same', 'main']],
      [['anthropic:gone', 'alerts'], ['anthropic:gone', 'night']],
    ]);
    expect(leftovers(snapshot).map(({ kind, agentId, profileId }) => [kind, agentId, profileId])).toEqual([
      ['stale-copy', 'alerts', 'anthropic:a'],
      ['ghost', 'alerts', 'anthropic:gone'],
      ['ghost', 'night', 'anthropic:gone'],
    ]);
  });
});
