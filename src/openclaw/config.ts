import { dirname } from 'node:path';
import { resolveIncludes } from './config-include.ts';
import { substituteVariables } from './config-substitution.ts';
import { configLayers, effectiveValue, hostLayers, type EnvironmentLayer } from './environment.ts';
import { configLimitBytes, type HostFiles } from './host-files.ts';
import type { HostEnvironment } from './installation.ts';
import { freezeDeep, isJsonObject, isTooDeep } from './json-object.ts';
import { parseJson5Object } from './json-text.ts';
import type { ConfigReading, FileImage, JsonObject, ReadProblem } from './snapshot.ts';

/**
 * Reads a config as OpenClaw 2026.2.24 does (section 1.8): JSON5, includes, variables; no validation, no defaults.
 *
 * @param stateDir where the second `.env` lies; the directory of the config when it is left out.
 */
export async function readConfig(
  path: string,
  host: HostEnvironment,
  files: HostFiles,
  stateDir: string = dirname(path),
): Promise<ConfigReading> {
  return readConfigWith(path, await hostLayers(host, stateDir, files), files);
}

/** As `readConfig`, with the layers of the environment already read (strongest first). */
export async function readConfigWith(path: string, layers: readonly EnvironmentLayer[], files: HostFiles): Promise<ConfigReading> {
  const reading = await files.readText(path, configLimitBytes);
  if (!reading.ok) return reading.missing ? { state: 'missing', path } : broken(path, reading.problem);
  const parsed = parseJson5Object(reading.image.text.reveal());
  if (!parsed.ok) return broken(path, parsed.problem);
  return resolveConfig(reading.image, parsed.object, layers, files);
}

async function resolveConfig(
  image: FileImage,
  written: JsonObject,
  layers: readonly EnvironmentLayer[],
  files: HostFiles,
): Promise<ConfigReading> {
  const { path } = image;
  const included = await resolveIncludes(written, path, files);
  if (!included.ok) return broken(path, included.problem);
  if (included.value !== written && isTooDeep(included.value)) return broken(path, { kind: 'shape', message: 'too-deep' });
  // The config's own variables count for its references, as they are written (section 1.8).
  const all = [...layers, ...configLayers(included.value, path)];
  const substituted = substituteVariables(included.value, (name) => effectiveValue(name, all));
  if (!substituted.ok) return broken(path, { kind: 'missing-variable', name: substituted.name, at: substituted.at });
  return {
    state: 'read',
    image,
    written: freezeDeep(written),
    resolved: freezeDeep(isJsonObject(substituted.value) ? substituted.value : {}),
    includes: included.includes,
  };
}

function broken(path: string, problem: ReadProblem): ConfigReading {
  return { state: 'broken', path, problem };
}
