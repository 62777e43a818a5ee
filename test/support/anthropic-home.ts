import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import json5 from 'json5';
import { startFakeAnthropic, type FakeAnthropic, type FakeAnthropicOptions } from '../../src/demo/fake-anthropic.ts';
import { makeHome, type TestHome } from './homes.ts';

/** A home whose OpenClaw talks to a fake Anthropic on this machine. */
export interface AnthropicHome extends TestHome {
  readonly server: FakeAnthropic;
  readonly configPath: string;
  readonly storePath: (agent?: string) => string;
  /** The text of a file of the home, or null. */
  readonly textOf: (path: string) => Promise<string | null>;
  /** The config as it means, comments gone. */
  readonly readConfig: () => Promise<unknown>;
}

/** A config as a person keeps it: comments, single quotes, a trailing comma. */
export function commentedConfig(baseUrl: string, more = ''): string {
  return `{
  // where our requests go
  models: { providers: { anthropic: { baseUrl: '${baseUrl}', models: [] } } },
  meta: { lastTouchedVersion: '2026.2.24' }, /* keep this */${more}
}
`;
}

/** Makes the home and starts the server; `dispose` ends both. @param config the config's text for the server's address */
export async function anthropicHome(
  config: (baseUrl: string) => object | string = commentedConfig,
  options: FakeAnthropicOptions & { readonly stores?: Readonly<Record<string, object | string>> } = {},
): Promise<AnthropicHome> {
  const server = await startFakeAnthropic(options);
  const home = await makeHome({ config: config(server.url), ...(options.stores === undefined ? {} : { stores: options.stores }) });
  const configPath = join(home.stateDir, 'openclaw.json');
  const textOf = (path: string): Promise<string | null> => readFile(path, 'utf8').catch(() => null);
  return {
    ...home,
    server,
    configPath,
    storePath: (agent = 'main') => join(home.stateDir, 'agents', agent, 'agent', 'auth-profiles.json'),
    textOf,
    readConfig: async () => json5.parse((await textOf(configPath)) ?? 'null'),
    dispose: async () => {
      await server.close();
      await home.dispose();
    },
  };
}
