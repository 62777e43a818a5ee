import type { KnownLayout } from '../../src/openclaw/installation.ts';

/** A published OpenClaw that the tests are run against. */
export interface Release {
  readonly version: string;
  readonly layout: KnownLayout;
  /** `agents add` starts; where a package is replaced it does not, and the config's own command adds the agent. */
  readonly addsAgents: boolean;
  /** `models auth list` exists (2026.5.4). */
  readonly listsAuth: boolean;
  /** `params` of an agent are valid (2026.3.13). */
  readonly agentParams: boolean;
  /** What npm installs beside OpenClaw, and what it takes in the place of packages that cannot be had. */
  readonly dependencies: Readonly<Record<string, string>>;
  readonly overrides: Readonly<Record<string, string>>;
}

const daveyVersion = '0.1.12';

/** One release for each layout of the stores, oldest first. */
export const releases: readonly Release[] = [
  {
    version: '2026.2.24',
    layout: 'single-file',
    addsAgents: false,
    listsAuth: false,
    agentParams: false,
    // It does not start without the native part of its voice package, which npm takes for optional.
    dependencies: { [`@snazzah/davey-${process.platform === 'darwin' ? `darwin-${process.arch}` : `linux-${process.arch}-gnu`}`]: daveyVersion },
    // The first is not needed for credentials or models and fetched from git; of the second the newest does not install.
    overrides: { '@whiskeysockets/baileys': 'npm:is-number@7.0.0', linkedom: '0.18.12', '@snazzah/davey': daveyVersion },
  },
  { version: '2026.5.28', layout: 'split-files', addsAgents: true, listsAuth: true, agentParams: true, dependencies: {}, overrides: {} },
  { version: '2026.7.1', layout: 'agent-database', addsAgents: true, listsAuth: true, agentParams: true, dependencies: {}, overrides: {} },
  { version: '2026.9.6', layout: 'shared-database', addsAgents: true, listsAuth: true, agentParams: true, dependencies: {}, overrides: {} },
];

/** Runs all of them: 2026.2.24 wants 22.12 and later, 2026.9.6 wants 26.1 (or 24.16) and later. */
export const nodeVersion = '26.10.0';
