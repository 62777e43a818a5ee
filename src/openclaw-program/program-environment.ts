import type { HostEnvironment, Installation } from '../openclaw/installation.ts';
import { Secret } from '../terminal/secret.ts';

/** What a program is started with: names to values, some of which may be secrets of the operator. */
export type ProgramEnvironment = ReadonlyMap<string, Secret>;

/** Who the person is and how the machine speaks: no OpenClaw works without them, and none holds a credential. */
const personal = new Set(['PATH', 'HOME', 'USER', 'LOGNAME', 'USERPROFILE', 'LANG', 'LANGUAGE', 'TZ', 'TMPDIR', 'TEMP', 'TMP', 'SYSTEMROOT']);

/** How the machine reaches the network: a replacement is tested before it is activated. */
const network = new Set(['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'ALL_PROXY', 'NODE_EXTRA_CA_CERTS']);

/** Names by which OpenClaw itself is told where things are and what it may do. */
const chosen = new Set([
  'OPENCLAW_HOME',
  'OPENCLAW_AGENT_DIR',
  'PI_CODING_AGENT_DIR',
  'OPENCLAW_INCLUDE_ROOTS',
  'OPENCLAW_NIX_MODE',
  'OPENCLAW_CONFIG_READONLY',
  'OPENCLAW_OFFLINE',
  'OPENCLAW_NO_AUTO_UPDATE',
  'OPENCLAW_TELEMETRY',
]);

/**
 * The environment for OpenClaw's own commands: little, and the very state that clawdial read. Credentials of the shell
 * stay out (`ANTHROPIC_*`), and so does what changes how Node runs (`NODE_OPTIONS`).
 *
 * @param referred variables that the config names in `${…}`: without them OpenClaw takes it for invalid (2026.2.24, 1.8)
 */
export function programEnvironment({ variables }: HostEnvironment, installation: Installation, referred: ReadonlySet<string>): ProgramEnvironment {
  const kept = Object.entries(variables).flatMap(([name, value]): [string, Secret][] =>
    value !== undefined && isKept(name, referred) ? [[name, new Secret(value)]] : [],
  );
  return new Map([
    ...kept,
    ['OPENCLAW_STATE_DIR', new Secret(installation.stateDir.path)],
    ['OPENCLAW_CONFIG_PATH', new Secret(installation.config.path)],
    ['NO_COLOR', new Secret('1')],
  ]);
}

function isKept(name: string, referred: ReadonlySet<string>): boolean {
  if (name === 'NODE_OPTIONS') return false;
  if (network.has(name.toUpperCase())) return true;
  return personal.has(name) || chosen.has(name) || name.startsWith('LC_') || referred.has(name);
}

/** The variables that texts of a config name in `${…}`. */
export function variablesNamed(texts: Iterable<Secret>): ReadonlySet<string> {
  return new Set(Array.from(texts).flatMap((text) => Array.from(text.reveal().matchAll(/\$\{([A-Z_][A-Z0-9_]*)\}/g), ([, name]) => name ?? '')));
}
