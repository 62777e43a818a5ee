import { readDotenv } from './dotenv.ts';
import type { HostFiles } from './host-files.ts';
import type { HostEnvironment } from './installation.ts';
import { objectAt } from './json-object.ts';
import type { JsonObject, VariableOrigin } from './snapshot.ts';

/** One place that sets environment variables. */
export interface EnvironmentLayer {
  readonly origin: VariableOrigin;
  /** The file, or null for the process environment. */
  readonly path: string | null;
  readonly values: ReadonlyMap<string, string>;
}

/** Names that a config may not set (2026.2.24, section 1.8). */
const blockedNames = new Set(
  ('NODE_OPTIONS NODE_PATH PYTHONHOME PYTHONPATH PERL5LIB PERL5OPT RUBYLIB RUBYOPT BASH_ENV ENV SHELL SHELLOPTS PS4 ' +
    'GCONV_PATH IFS SSLKEYLOGFILE HOME ZDOTDIR').split(' '),
);
const blockedPrefixes = ['DYLD_', 'LD_', 'BASH_FUNC_'];

/** The layers that hold before the config is read: process, `.env` of the working directory, `.env` of the state dir. */
export async function hostLayers(host: HostEnvironment, stateDir: string, files: HostFiles): Promise<readonly EnvironmentLayer[]> {
  const set = Object.entries(host.variables).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]));
  const here = await readDotenv(host.workingDirectory, files);
  const state = await readDotenv(stateDir, files);
  const layers: EnvironmentLayer[] = [
    { origin: 'process', path: null, values: new Map(set) },
    { origin: 'working-directory-dotenv', path: here.path, values: here.values },
  ];
  if (state.path !== here.path) layers.push({ origin: 'state-dotenv', path: state.path, values: state.values });
  return layers;
}

/** What the config sets: keys directly under `env`, then `env.vars`; a direct key wins (2026.2.24, section 10). */
export function configLayers(config: JsonObject, configPath: string): readonly EnvironmentLayer[] {
  return [
    { origin: 'config-env', path: configPath, values: allowedTexts(objectAt(config, 'env')) },
    { origin: 'config-env-vars', path: configPath, values: allowedTexts(objectAt(config, 'env', 'vars')) },
  ];
}

/**
 * The layer whose value OpenClaw uses, or null. A `.env` never replaces a name that is set at all; the config replaces
 * one that is blank (2026.2.24, section 1.8).
 *
 * @param layers strongest first.
 */
export function effectiveLayer(name: string, layers: readonly EnvironmentLayer[]): EnvironmentLayer | null {
  const hasText = (layer: EnvironmentLayer): boolean => (layer.values.get(name) ?? '').trim() !== '';
  const host = layers.find((layer) => !isConfig(layer) && layer.values.has(name));
  if (host !== undefined && hasText(host)) return host;
  return layers.find((layer) => isConfig(layer) && hasText(layer)) ?? null;
}

/** The value that OpenClaw uses for a name, or null when it is unset or blank. */
export function effectiveValue(name: string, layers: readonly EnvironmentLayer[]): string | null {
  return effectiveLayer(name, layers)?.values.get(name) ?? null;
}

function isConfig(layer: EnvironmentLayer): boolean {
  return layer.origin === 'config-env' || layer.origin === 'config-env-vars';
}

function allowedTexts(object: JsonObject): ReadonlyMap<string, string> {
  const texts = Object.entries(object).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && isAllowed(name) ? [[name, value]] : [],
  );
  return new Map(texts);
}

function isAllowed(name: string): boolean {
  const upper = name.toUpperCase();
  if (blockedNames.has(upper) || blockedPrefixes.some((prefix) => upper.startsWith(prefix))) return false;
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
}
