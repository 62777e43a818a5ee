import type { Layer } from '../../rules/cache/layers.ts';
import type { Route } from '../../rules/cache/route.ts';
import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import {
  agentTitle,
  authWords,
  betaWords,
  configuredWords,
  explainWords,
  layerWords,
  pathWords,
  placeWords,
  retentionWords,
  sourceWords,
  standingOfLayer,
  valueWords,
} from '../../words/cache.ts';
import { routeErrorWords } from '../../words/route-error.ts';
import { routeWarningWords } from '../../words/route-warning.ts';
import type { FindPlace } from './places.ts';

/** A route as one page for a person: each value with its reason and the place it is written at. */
export async function routePage(route: Route, find: FindPlace): Promise<readonly SafeText[]> {
  const version = safeText(route.openclawVersion);
  return [
    agentTitle(safeText(route.agent), version),
    ...(await error(route, version, find)),
    ...section(explainWords.model, [say`${safeText(route.model.ref)}`, await modelReason(route, find)]),
    ...credential(route),
    ...section(explainWords.cache, [cacheLine(route)]),
    ...section(explainWords.layers, await layerLines(route, find)),
    ...betas(route),
    ...section(explainWords.remarks, route.warnings.map(routeWarningWords)),
  ];
}

/** A heading and its lines, indented; nothing without lines. */
function section(heading: SafeText, lines: readonly SafeText[]): readonly SafeText[] {
  return lines.length === 0 ? [] : [say`  ${heading}`, ...lines.map((line) => say`    ${line}`)];
}

async function error(route: Route, version: SafeText, find: FindPlace): Promise<readonly SafeText[]> {
  if (route.error === null) return [];
  const { title, advice } = routeErrorWords(route.error, version);
  const place = route.error.code === 'config-refused' ? await find(route.error.refusal.path) : null;
  const where = place === null ? [] : [placeWords(safeText(place.file), place.line)];
  return section(explainWords.notSent, [title, ...where, advice]);
}

async function modelReason({ modelPath }: Route, find: FindPlace): Promise<SafeText> {
  if (modelPath === null) return explainWords.builtInModel;
  const place = await find(modelPath);
  const path = pathWords(modelPath);
  return place === null ? path : say`${path}, ${placeWords(safeText(place.file), place.line)}`;
}

function credential({ source, auth }: Route): readonly SafeText[] {
  if (source === null) return [];
  const file = 'path' in source && source.path !== null ? [safeText(source.path)] : [];
  return [...section(explainWords.signedBy, [sourceWords(source), ...file]), ...section(explainWords.sentAs, [authWords(auth)])];
}

function cacheLine(route: Route): SafeText {
  return route.error === null ? retentionWords(route.cacheRetention, route.cacheTtl) : configuredWords(route.configuredRetention);
}

async function layerLines({ layers }: Route, find: FindPlace): Promise<readonly SafeText[]> {
  const lines: SafeText[] = [];
  for (const layer of layers.toReversed()) {
    const place = await layerPlace(layer, find);
    const where = place === null ? say`` : say`, ${place}`;
    lines.push(say`${valueWords(layer.value)} ${standingOfLayer(layer)} — ${layerWords(layer)}${where}`);
  }
  return lines;
}

async function layerPlace({ layer, path, file }: Layer, find: FindPlace): Promise<SafeText | null> {
  const place = layer.endsWith('-params') ? await find(path) : null;
  if (place !== null) return placeWords(safeText(place.file), place.line);
  return file === null ? null : placeWords(safeText(file), null);
}

function betas({ betas: list, auth }: Route): readonly SafeText[] {
  if (auth !== 'bearer' && auth !== 'x-api-key') return [];
  return section(explainWords.betas, list.length === 0 ? [explainWords.noBetas] : list.map(betaWords));
}
