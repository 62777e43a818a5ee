import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A throw-away OpenClaw home. */
export interface DemoHome {
  /** The directory that plays HOME. */
  readonly home: string;
  /** Removes it and all that is in it. */
  dispose(): void;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/**
 * Writes a realistic OpenClaw 2026.2.24 home into a fresh temporary directory: four agents, profiles in every state,
 * comments in the config. All credentials are made up; the base URL is the fake Anthropic's.
 *
 * @param baseUrl where the fake Anthropic listens (loopback)
 * @param now epoch ms that the times in the stores are relative to
 */
export function createDemoHome(baseUrl: string, now: number): DemoHome {
  const home = mkdtempSync(join(tmpdir(), 'clawdial-demo-'));
  const stateDir = join(home, '.openclaw');
  writePrivate(join(stateDir, 'openclaw.json'), demoConfig(baseUrl));
  writePrivate(join(stateDir, '.env'), `# read by OpenClaw at every start\nANTHROPIC_API_KEY=${madeUpCredential('api-key', 'environment')}\n`);
  writeStore(stateDir, 'main', mainStore(now));
  writeStore(stateDir, 'alerts', alertsStore(now));
  return { home, dispose: () => rmSync(home, { recursive: true, force: true }) };
}

/** A credential of the right shape that belongs to nobody: 108 characters, as the real ones have. */
export function madeUpCredential(kind: 'api-key' | 'setup-token', name: string): string {
  const prefix = kind === 'api-key' ? 'sk-ant-api03-' : 'sk-ant-oat01-';
  return `${prefix}${`made-up-${name}-`.repeat(12).slice(0, 93)}AA`;
}

function writeStore(stateDir: string, agentId: string, store: object): void {
  writePrivate(join(stateDir, 'agents', agentId, 'agent', 'auth-profiles.json'), `${JSON.stringify(store, null, 2)}\n`);
}

function writePrivate(path: string, text: string): void {
  mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
  writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
}

function mainStore(now: number): object {
  return {
    version: 1,
    profiles: {
      'anthropic:work': { type: 'api_key', provider: 'anthropic', key: madeUpCredential('api-key', 'work') },
      'anthropic:busy': { type: 'api_key', provider: 'anthropic', key: madeUpCredential('api-key', 'busy') },
      'anthropic:unpaid': { type: 'api_key', provider: 'anthropic', key: madeUpCredential('api-key', 'unpaid') },
      'anthropic:last-year': {
        type: 'token',
        provider: 'anthropic',
        token: madeUpCredential('setup-token', 'last-year'),
        expires: now - 12 * dayMs,
      },
    },
    lastGood: { anthropic: 'anthropic:work' },
    usageStats: {
      'anthropic:work': { lastUsed: now - 4 * minuteMs, errorCount: 0 },
      'anthropic:busy': {
        errorCount: 2,
        cooldownUntil: now + 4 * minuteMs,
        lastFailureAt: now - minuteMs,
        failureCounts: { rate_limit: 2 },
      },
      'anthropic:unpaid': {
        errorCount: 1,
        disabledUntil: now + 4 * hourMs,
        disabledReason: 'billing',
        lastFailureAt: now - hourMs,
        failureCounts: { billing: 1 },
      },
    },
  };
}

/** An agent that keeps a copy of a key and an order of its own. */
function alertsStore(now: number): object {
  return {
    version: 1,
    profiles: {
      'anthropic:alerts': {
        type: 'token',
        provider: 'anthropic',
        token: madeUpCredential('setup-token', 'alerts'),
        expires: now + 20 * dayMs,
      },
      'anthropic:work': { type: 'api_key', provider: 'anthropic', key: madeUpCredential('api-key', 'work') },
    },
    order: { anthropic: ['anthropic:alerts', 'anthropic:work'] },
  };
}

function demoConfig(baseUrl: string): string {
  return `{
  // A made-up OpenClaw for looking around. Nothing here outlives the demo.
  meta: { lastTouchedVersion: '2026.2.24', lastTouchedAt: '2026-02-25T08:00:00.000Z' },
  auth: {
    profiles: {
      'anthropic:work': { provider: 'anthropic', mode: 'api_key' }, // the team's key
      'anthropic:busy': { provider: 'anthropic', mode: 'api_key' },
      'anthropic:unpaid': { provider: 'anthropic', mode: 'api_key' },
      'anthropic:last-year': { provider: 'anthropic', mode: 'token' },
      'anthropic:alerts': { provider: 'anthropic', mode: 'token' },
    },
  },
  agents: {
    defaults: {
      model: { primary: 'anthropic/claude-opus-4-6', fallbacks: ['anthropic/claude-sonnet-4-6'] },
      models: {
        'anthropic/claude-opus-4-6': { params: { cacheRetention: 'long' } }, // long chats
        'anthropic/claude-sonnet-4-6': {},
        'anthropic/claude-haiku-4-5': { params: { cacheRetention: 'none' } },
      },
    },
    list: [
      { id: 'main', default: true },
      { id: 'research', name: 'Research' },
      { id: 'alerts', name: 'Alerts', model: 'anthropic/claude-haiku-4-5' },
      { id: 'nightly', name: 'Nightly', model: 'anthropic/claude-sonnet-4-6' },
    ],
  },
  models: {
    // The fake Anthropic of this demo, on this machine only.
    providers: { anthropic: { baseUrl: '${baseUrl}', models: [] } },
  },
  gateway: { mode: 'local', port: 18789, bind: 'loopback' },
}
`;
}
