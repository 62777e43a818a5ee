import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { apiKey } from '../test/support/homes.ts';

/** A made-up home on this machine. */
export interface BenchHome {
  readonly home: string;
  readonly configPath: string;
  /** Every file that was made, the config first. */
  readonly files: readonly string[];
  readonly dispose: () => void;
}

const version = '2026.3.13';

/** One agent with one API key: what nearly every installation is. */
export function smallHome(): BenchHome {
  return makeHome(configText({ agents: {} }), new Map([['main', storeText(['anthropic:default'])]]));
}

/** A config and nothing else. */
export function emptyHome(): BenchHome {
  return makeHome('{}\n', new Map());
}

/**
 * So many agents, each with a store of its own of so many profiles.
 *
 * @param state `used`: every store says other things of its profiles, as it does once an agent has run; `new`: they are
 * copies of main's, as OpenClaw makes them
 */
export function agentsHome(agents: number, profiles: number, state: 'used' | 'new'): BenchHome {
  const ids = Array.from({ length: agents }, (_, index) => (index === 0 ? 'main' : `agent-${index}`));
  const names = Array.from({ length: profiles }, (_, index) => `anthropic:key-${index}`);
  const config = configText({ agents: { list: ids.map((id) => ({ id, name: `The agent ${id}` })) } });
  const usedAt = (index: number): ReadonlyMap<string, object> =>
    new Map(names.map((name) => [name, { lastUsed: 1_790_000_000_000 + (state === 'used' ? index * 1000 : 0), errorCount: 0 }]));
  return makeHome(config, new Map(ids.map((id, index) => [id, storeText(names, usedAt(index))])));
}

/** So many agents that all inherit main's store of so many profiles. */
export function boardHome(agents: number, profiles: number): BenchHome {
  const ids = Array.from({ length: agents }, (_, index) => (index === 0 ? 'main' : `agent-${index}`));
  const names = Array.from({ length: profiles }, (_, index) => `anthropic:key-${index}`);
  // The first ones wait for hours, so that there is a countdown to draw every second.
  const waiting = { errorCount: 2, failureCounts: { rate_limit: 2 }, cooldownUntil: Date.now() + 4 * 3_600_000 };
  return makeHome(configText({ agents: { list: ids.map((id) => ({ id })) } }), new Map([['main', storeText(names, new Map(names.slice(0, 10).map((name) => [name, waiting])))]]));
}

/** A config as people write them, with a comment for every agent, of about so many bytes. */
export function commentedHome(agents: number, bytes: number): BenchHome {
  const room = Math.max(0, Math.floor(bytes / agents) - 60);
  const note = 'why this one is as it is, and who asked for it; '.repeat(Math.ceil(room / 96)).slice(0, Math.floor(room / 2));
  const entries = Array.from({ length: agents }, (_, index) => `      // ${note}\n      { id: 'agent-${index}', name: '${note}' }, /* ${index} */\n`);
  const config = `// The gateway of a large house.\n{\n  meta: { lastTouchedVersion: '${version}' },\n  agents: {\n    list: [\n${entries.join('')}    ],\n  },\n}\n`;
  return makeHome(config, new Map([['agent-0', storeText(['anthropic:default'])]]));
}

function configText(content: object): string {
  return `${JSON.stringify({ ...content, meta: { lastTouchedVersion: version } }, null, 2)}\n`;
}

function storeText(profiles: readonly string[], others: ReadonlyMap<string, object> = new Map()): string {
  const usage = { lastUsed: 1_790_000_000_000, errorCount: 0 };
  const stored = profiles.map((id, index) => [id, { type: 'api_key', provider: 'anthropic', key: apiKey(String.fromCodePoint(97 + (index % 26))) }] as const);
  return `${JSON.stringify({ version: 1, profiles: Object.fromEntries(stored), usageStats: Object.fromEntries(profiles.map((id) => [id, others.get(id) ?? usage])) }, null, 2)}\n`;
}

function makeHome(config: string, stores: ReadonlyMap<string, string>): BenchHome {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'clawdial-bench-home-')));
  const configPath = join(home, '.openclaw/openclaw.json');
  const files: string[] = [];
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, text, { mode: 0o600 });
    files.push(path);
  };
  write(configPath, config);
  for (const [agent, text] of stores) write(join(home, '.openclaw/agents', agent, 'agent/auth-profiles.json'), text);
  return { home, configPath, files, dispose: () => rmSync(home, { recursive: true, force: true }) };
}
