import { isJsonObject } from '../../openclaw/json-object.ts';
import type { Layer } from '../../rules/cache/layers.ts';
import type { Route } from '../../rules/cache/route.ts';
import { redact } from '../../terminal/redact.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { routeErrorWords } from '../../words/route-error.ts';
import { routeWarningWords } from '../../words/route-warning.ts';
import type { JsonOutput } from '../output.ts';
import type { FindPlace } from './places.ts';

/** Routes as `clawdial explain --json` prints them. @param asList false for the one agent that was asked about */
export async function routesJson(routes: readonly Route[], asList: boolean, find: FindPlace): Promise<JsonOutput> {
  const all: JsonOutput[] = [];
  for (const route of routes) all.push(await routeJson(route, find));
  return asList ? all : (all[0] ?? null);
}

async function routeJson(route: Route, find: FindPlace): Promise<JsonOutput> {
  const layers: JsonOutput[] = [];
  for (const layer of route.layers) layers.push(await layerJson(layer, find));
  return {
    agent: route.agent,
    model: route.model.ref,
    provider: route.model.provider,
    openclawVersion: route.openclawVersion,
    auth: route.auth,
    profileId: route.profileId,
    source: sourceJson(route.source),
    betas: route.betas.map(({ name }) => redact(name)),
    cacheRetention: route.cacheRetention,
    cacheTtl: route.cacheTtl,
    layers,
    warnings: route.warnings.map((warning) => ({ code: warning.code, message: routeWarningWords(warning) })),
    error: errorJson(route),
  };
}

async function layerJson(layer: Layer, find: FindPlace): Promise<JsonOutput> {
  const { layer: name, path, file, value, valid, wins } = layer;
  return { layer: name, path: path.map((key) => redact(key)), file: file ?? (await includedFile(layer, find)), value: valueJson(value), valid, wins };
}

/** A layer that the config itself does not hold may come from a file that it includes. */
async function includedFile({ layer, path }: Layer, find: FindPlace): Promise<string | null> {
  const isKey = layer.endsWith('-params');
  return isKey ? ((await find(path))?.file ?? null) : null;
}

/** OpenClaw's words for a source: the profile, `env: NAME`, `models.json` for the key of the provider. */
function sourceJson(source: Route['source']): string | null {
  switch (source?.from) {
    case 'profile':
      return 'profile';
    case 'variable':
      return `env: ${source.name}`;
    case 'provider-key':
      return 'models.json';
    case 'aws':
      return source.name.startsWith('AWS_') ? `env: ${source.name}` : source.name;
    case undefined:
      return null;
  }
}

function errorJson({ error, openclawVersion }: Route): JsonOutput {
  if (error === null) return null;
  const { title, advice } = routeErrorWords(error, safeText(openclawVersion));
  return { code: error.code, message: `${title} ${advice}` };
}

/** A value of the config, whatever it is; what looks like a credential is taken out. */
function valueJson(value: unknown): JsonOutput {
  if (typeof value === 'string') return redact(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'boolean' || value === null || value === undefined) return value ?? null;
  if (Array.isArray(value)) return value.map(valueJson);
  if (!isJsonObject(value)) return null;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [redact(key), valueJson(member)]));
}
