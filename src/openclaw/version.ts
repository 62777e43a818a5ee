import { dirname, join } from 'node:path';
import { findProgramFile } from './find-program.ts';
import { configLimitBytes, partLimitBytes, type HostFiles } from './host-files.ts';
import type { HostEnvironment, InstallationFlags, OpenClawVersion, VersionOrigin } from './installation.ts';
import { textAt } from './json-object.ts';
import { parseJson5Object, parseJsonObject } from './json-text.ts';

export const versionVariable = 'CLAWDIAL_OPENCLAW_VERSION';

export interface FoundVersion {
  readonly version: OpenClawVersion;
  readonly origin: VersionOrigin;
}

export interface FoundProgram {
  /** The `openclaw` on PATH. */
  readonly path: string;
  /** Its package and version, or null when no package.json of OpenClaw stands above it (a wrapper script). */
  readonly package: FoundVersion | null;
}

export type ForcedVersion =
  | { readonly ok: true; readonly found: FoundVersion | null }
  | { readonly ok: false; readonly by: 'flag' | 'variable'; readonly value: string };

/** Parses `2026.2.24`, `v2026.2.24`, `2026.8.1-beta.2`, `2026.8.1+build`; null for anything else. */
export function parseVersion(text: string): OpenClawVersion | null {
  const [, year, month, patch] = /^v?(\d{4})\.(\d{1,2})\.(\d{1,4})(?:[-+][\w.+-]*)?$/.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || patch === undefined) return null;
  return { text: text.trim().replace(/^v/, ''), year: Number(year), month: Number(month), patch: Number(patch) };
}

/** The version that a person forces: the flag, then the variable. A text that is no version is a usage error. */
export function forcedVersion(flags: InstallationFlags, host: HostEnvironment): ForcedVersion {
  if (flags.openclawVersion !== undefined) {
    const version = parseVersion(flags.openclawVersion);
    if (version === null) return { ok: false, by: 'flag', value: flags.openclawVersion };
    return { ok: true, found: { version, origin: { by: 'flag', flag: '--openclaw-version' } } };
  }
  const value = host.variables[versionVariable]?.trim() ?? '';
  if (value === '') return { ok: true, found: null };
  const version = parseVersion(value);
  if (version === null) return { ok: false, by: 'variable', value };
  return { ok: true, found: { version, origin: { by: 'variable', variable: versionVariable } } };
}

/** Looks for `openclaw` on PATH and reads the package.json above it. The program is never run. */
export async function findOpenClaw(host: HostEnvironment, files: HostFiles): Promise<FoundProgram | null> {
  const names = host.platform === 'win32' ? ['openclaw.cmd', 'openclaw.exe', 'openclaw'] : ['openclaw'];
  const program = await findProgramFile(names, host, files);
  return program === null ? null : { path: program.path, package: await packageAbove(program.real, files) };
}

async function packageAbove(program: string, files: HostFiles): Promise<FoundVersion | null> {
  let folder = dirname(program);
  while (folder !== dirname(folder)) {
    const path = join(folder, 'package.json');
    const version = await packageVersion(path, files);
    if (version !== null) return { version, origin: { by: 'program', path } };
    folder = dirname(folder);
  }
  return null;
}

async function packageVersion(path: string, files: HostFiles): Promise<OpenClawVersion | null> {
  const reading = await files.readText(path, partLimitBytes);
  if (!reading.ok) return null;
  const parsed = parseJsonObject(reading.image.text.reveal());
  if (!parsed.ok || textAt(parsed.object, 'name') !== 'openclaw') return null;
  return parseVersion(textAt(parsed.object, 'version') ?? '');
}

/**
 * The version that the files tell of: the config, else the first database that says which OpenClaw made it. One that is
 * newer than the config does not win: OpenClaw may have been updated or set back, and which of it cannot be seen.
 *
 * @param databases paths, or null where there is none
 */
export async function versionOfFiles(configPath: string, databases: readonly (string | null)[], files: HostFiles): Promise<FoundVersion | null> {
  const written = await configVersion(configPath, files);
  if (written !== null) return written;
  for (const path of databases) {
    const reading = path === null ? null : await files.readDatabase(path, []);
    const version = reading?.ok === true ? parseVersion(reading.openclaw ?? '') : null;
    if (path !== null && version !== null) return { version, origin: { by: 'database', path } };
  }
  return null;
}

/** The version that last wrote the config (`meta.lastTouchedVersion`), or null. */
async function configVersion(configPath: string, files: HostFiles): Promise<FoundVersion | null> {
  const reading = await files.readText(configPath, configLimitBytes);
  if (!reading.ok) return null;
  const parsed = parseJson5Object(reading.image.text.reveal());
  const version = parsed.ok ? parseVersion(textAt(parsed.object, 'meta', 'lastTouchedVersion') ?? '') : null;
  return version === null ? null : { version, origin: { by: 'config' } };
}
