import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { HostEnvironment } from '../../src/openclaw/installation.ts';

/** Made-up credentials in the shape of the real ones. */
export const apiKey = (letter: string): string => `sk-ant-api03-${letter.repeat(93)}AA`;
export const setupToken = (letter: string): string => `sk-ant-oat01-${letter.repeat(93)}AA`;

/** What a home is made of; texts are written as they are, objects as OpenClaw writes JSON. */
export interface HomeContent {
  readonly config?: object | string;
  /** Agent id to the content of its auth-profiles.json. */
  readonly stores?: Readonly<Record<string, object | string>>;
  /** Path under the home to text. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface TestHome {
  readonly home: string;
  readonly stateDir: string;
  /** Writes a file under the home and gives its path. */
  readonly write: (path: string, content: object | string | Uint8Array) => Promise<string>;
  readonly host: (variables?: Readonly<Record<string, string>>) => HostEnvironment;
  readonly dispose: () => Promise<void>;
}

/** Makes a home in a temporary place. */
export async function makeHome(content: HomeContent = {}): Promise<TestHome> {
  const home = await realpath(await mkdtemp(join(tmpdir(), 'clawdial-home-')));
  const write: TestHome['write'] = async (path, given) => {
    const target = join(home, path);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await writeFile(target, typeof given === 'string' || given instanceof Uint8Array ? given : `${JSON.stringify(given, null, 2)}\n`, { mode: 0o600 });
    return target;
  };
  if (content.config !== undefined) await write('.openclaw/openclaw.json', content.config);
  for (const [agent, store] of Object.entries(content.stores ?? {})) await write(`.openclaw/agents/${agent}/agent/auth-profiles.json`, store);
  for (const [path, text] of Object.entries(content.files ?? {})) await write(path, text);
  return {
    home,
    stateDir: join(home, '.openclaw'),
    write,
    host: (variables = {}) => hostIn(home, variables),
    dispose: () => rm(home, { recursive: true, force: true }),
  };
}

/** What a process of that home's owner is started with; the working directory is the home. */
export function hostIn(home: string, variables: Readonly<Record<string, string>> = {}): HostEnvironment {
  return { variables: { HOME: home, ...variables }, homeDirectory: home, workingDirectory: home, platform: 'linux' };
}

const meta = { lastTouchedVersion: '2026.2.24', lastTouchedAt: '2026-02-25T00:00:00.000Z' };
const keyProfile = { type: 'api_key', provider: 'anthropic', key: apiKey('a') };

/** After `onboard` with an API key: 2026.2.24 writes no model. */
export const apiKeyHome: HomeContent = {
  config: { auth: { profiles: { 'anthropic:default': { provider: 'anthropic', mode: 'api_key' } } }, agents: { defaults: {} }, meta },
  stores: { main: { version: 1, profiles: { 'anthropic:default': keyProfile } } },
};

/** After `onboard` with a setup-token that expires. */
export const setupTokenHome: HomeContent = {
  config: { auth: { profiles: { 'anthropic:default': { provider: 'anthropic', mode: 'token' } } }, agents: { defaults: {} }, meta },
  stores: {
    main: {
      version: 1,
      profiles: { 'anthropic:default': { type: 'token', provider: 'anthropic', token: setupToken('t'), expires: 1_826_863_316_237 } },
    },
  },
};

/** Two agents beside main: both hold a copy of main's key, `alerts` with an order of its own. */
export const threeAgentsHome: HomeContent = {
  config: {
    auth: { profiles: { 'anthropic:default': { provider: 'anthropic', mode: 'api_key' } } },
    agents: { list: [{ id: 'main' }, { id: 'research', name: 'research', model: 'anthropic/claude-sonnet-4-6' }, { id: 'alerts', name: 'alerts' }] },
    meta,
  },
  stores: {
    main: { version: 1, profiles: { 'anthropic:default': keyProfile } },
    research: { version: 1, profiles: { 'anthropic:default': keyProfile } },
    alerts: { version: 1, profiles: { 'anthropic:default': keyProfile }, order: { anthropic: ['anthropic:default'] } },
  },
};
