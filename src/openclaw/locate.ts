import { join, resolve } from 'node:path';
import { expandTilde, resolveUserPath, type PathBase } from '../rules/user-path.ts';
import type { HostFiles } from './host-files.ts';
import type { HostEnvironment, Installation, InstallationFlags, PathOrigin, Place } from './installation.ts';
import { decideLayout, findStores, readLayoutOf, typicalVersions, type LayoutDecision } from './layout.ts';
import { readOnlyMode } from './read-only-mode.ts';
import { findOpenClaw, forcedVersion, parseVersion, versionOfFiles, type FoundVersion } from './version.ts';

/** What is wrong with the flags or variables a person gave. Values are raw: make them safe before showing them. */
export type UsageProblem =
  | { readonly kind: 'profile-without-name' }
  | { readonly kind: 'profile-name'; readonly value: string }
  | { readonly kind: 'profile-and-dev' }
  | { readonly kind: 'version'; readonly by: 'flag' | 'variable'; readonly value: string };

export type LocateResult =
  | { readonly ok: true; readonly installation: Installation }
  | { readonly ok: false; readonly usage: UsageProblem };

interface Path {
  readonly path: string;
  readonly origin: PathOrigin;
}

const configNames = ['openclaw.json', 'clawdbot.json', 'moldbot.json', 'moltbot.json'] as const;
const stateNames = ['.openclaw', '.clawdbot', '.moldbot', '.moltbot'] as const;
const assumedVersion = { text: '2026.2.24', year: 2026, month: 2, patch: 24 };

/**
 * Finds the OpenClaw that a person means, by OpenClaw 2026.2.24's own rules (sections 1.1 to 1.5): home, state dir,
 * config, main agent dir, program, version, layout. Reads only.
 */
export async function locateInstallation(flags: InstallationFlags, host: HostEnvironment, files: HostFiles): Promise<LocateResult> {
  const usage = profileProblem(flags);
  if (usage !== null) return { ok: false, usage };
  const forced = forcedVersion(flags, host);
  if (!forced.ok) return { ok: false, usage: { kind: 'version', by: forced.by, value: forced.value } };

  const base: PathBase = { home: effectiveHome(host), workingDirectory: host.workingDirectory };
  const stateDir = await locateStateDir(flags, host, base, files);
  const config = await locateConfig(flags, host, base, stateDir, files);
  const mainAgentDir = locateMainAgentDir(host, base, stateDir.path);
  const program = await findOpenClaw(host, files);
  const stores = await findStores(stateDir.path, mainAgentDir.path, files);
  const known = forced.found ?? program?.package ?? (await versionOfFiles(config.path, [stores.stateDatabase, stores.agentDatabase], files));
  const decision = decideLayout(known?.version ?? null, stores);

  const places = {
    stateDir: await placeAt(stateDir, files),
    config: await placeAt(config, files),
    mainAgentDir: await placeAt(mainAgentDir, files),
  };
  const { version, origin } = known ?? versionOfLayout(decision);
  return {
    ok: true,
    installation: Object.freeze({
      home: base.home,
      ...places,
      program: program?.path ?? null,
      readOnly: readOnlyMode(host),
      version,
      versionOrigin: origin,
      layout: decision.layout,
      readLayout: readLayoutOf(decision),
      layoutReason: decision.reason,
      present: places.stateDir.exists || places.config.exists || program !== null,
    }),
  };
}

/** The home that OpenClaw uses: `OPENCLAW_HOME`, `HOME`, `USERPROFILE`, else the operating system's (section 1.1). */
export function effectiveHome(host: HostEnvironment): string {
  const systemHome = variable(host, 'HOME') ?? variable(host, 'USERPROFILE') ?? host.homeDirectory;
  const chosen = variable(host, 'OPENCLAW_HOME');
  return resolve(host.workingDirectory, chosen === null ? systemHome : expandTilde(chosen, systemHome));
}

function profileProblem(flags: InstallationFlags): UsageProblem | null {
  if (flags.profile === undefined) return null;
  if (flags.dev === true) return { kind: 'profile-and-dev' };
  if (flags.profile.trim() === '') return { kind: 'profile-without-name' };
  return /^[a-z0-9][a-z0-9_-]{0,63}$/i.test(flags.profile) ? null : { kind: 'profile-name', value: flags.profile };
}

async function locateStateDir(flags: InstallationFlags, host: HostEnvironment, base: PathBase, files: HostFiles): Promise<Path> {
  const given = givenStateDir(flags, host, base);
  if (given !== null) return given;
  for (const name of stateNames) {
    const path = join(base.home, name);
    if (await files.exists(path)) return { path, origin: { by: name === '.openclaw' ? 'default' : 'legacy' } };
  }
  return { path: join(base.home, '.openclaw'), origin: { by: 'default' } };
}

/** `--state-dir`, `OPENCLAW_STATE_DIR`, then what `--profile` sets when that is unset, then the legacy variable. */
function givenStateDir(flags: InstallationFlags, host: HostEnvironment, base: PathBase): Path | null {
  if (flags.stateDir !== undefined) return fromFlag('--state-dir', flags.stateDir, base);
  const current = fromVariable('OPENCLAW_STATE_DIR', host, base);
  if (current !== null) return current;
  const profile = profileOf(flags);
  if (profile === null) return fromVariable('CLAWDBOT_STATE_DIR', host, base);
  const suffix = profile.name.toLowerCase() === 'default' ? '' : `-${profile.name}`;
  return { path: join(base.home, `.openclaw${suffix}`), origin: profile.origin };
}

async function locateConfig(
  flags: InstallationFlags,
  host: HostEnvironment,
  base: PathBase,
  stateDir: Path,
  files: HostFiles,
): Promise<Path> {
  if (flags.config !== undefined) return fromFlag('--config', flags.config, base);
  const current = fromVariable('OPENCLAW_CONFIG_PATH', host, base);
  if (current !== null) return current;
  // A profile sets OPENCLAW_CONFIG_PATH, so no other candidate counts.
  const profile = profileOf(flags);
  if (profile !== null) return { path: join(stateDir.path, 'openclaw.json'), origin: profile.origin };
  const legacy = fromVariable('CLAWDBOT_CONFIG_PATH', host, base);
  if (legacy !== null) return legacy;
  for (const candidate of configCandidates(base.home, stateDir)) if (await files.exists(candidate.path)) return candidate;
  return { path: join(stateDir.path, 'openclaw.json'), origin: stateDir.origin };
}

/** A forced state dir first, but then the default ones too: OpenClaw does fall back to them (section 1.3). */
function configCandidates(home: string, stateDir: Path): Path[] {
  const forced = stateDir.origin.by === 'flag' || stateDir.origin.by === 'variable';
  const folders: Path[] = forced ? [stateDir] : [];
  for (const name of stateNames) folders.push({ path: join(home, name), origin: { by: name === '.openclaw' ? 'default' : 'legacy' } });
  return folders.flatMap((folder) =>
    configNames.map((name): Path => ({
      path: join(folder.path, name),
      origin: name === 'openclaw.json' ? folder.origin : { by: 'legacy' },
    })),
  );
}

function locateMainAgentDir(host: HostEnvironment, base: PathBase, stateDir: string): Path {
  return (
    fromVariable('OPENCLAW_AGENT_DIR', host, base) ??
    fromVariable('PI_CODING_AGENT_DIR', host, base) ?? { path: join(stateDir, 'agents', 'main', 'agent'), origin: { by: 'default' } }
  );
}

function profileOf(flags: InstallationFlags): { readonly name: string; readonly origin: PathOrigin } | null {
  if (flags.profile !== undefined) return { name: flags.profile, origin: { by: 'flag', flag: '--profile' } };
  return flags.dev === true ? { name: 'dev', origin: { by: 'flag', flag: '--dev' } } : null;
}

function fromFlag(flag: string, value: string, base: PathBase): Path {
  return { path: resolveUserPath(value, base), origin: { by: 'flag', flag } };
}

function fromVariable(name: string, host: HostEnvironment, base: PathBase): Path | null {
  const value = variable(host, name);
  return value === null ? null : { path: resolveUserPath(value, base), origin: { by: 'variable', variable: name } };
}

function variable(host: HostEnvironment, name: string): string | null {
  const value = host.variables[name]?.trim() ?? '';
  return value === '' ? null : value;
}

async function placeAt({ path, origin }: Path, files: HostFiles): Promise<Place> {
  return { path, origin, exists: await files.exists(path) };
}

function versionOfLayout({ layout, reason }: LayoutDecision): FoundVersion {
  if (reason.because === 'assumed') return { version: assumedVersion, origin: { by: 'assumed' } };
  const fitting = reason.because === 'disagreement' ? reason.filesSay : layout;
  return { version: parseVersion(typicalVersions[fitting]) ?? assumedVersion, origin: { by: 'files' } };
}
