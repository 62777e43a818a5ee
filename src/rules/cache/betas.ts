import { isJsonObject, trimmedText, valueAt } from '../../openclaw/json-object.ts';
import type { Agent, Snapshot } from '../../openclaw/snapshot.ts';
import { effectiveConfig } from '../agents.ts';
import { anthropic } from '../provider-id.ts';
import { supports } from '../versions.ts';
import { prunesByCache } from './api-key-default.ts';
import { providerSettings } from './family.ts';
import { mergedValue, valuesOf, type ParamsSource } from './layers.ts';
import { foreignBaseUrl } from './retention.ts';
import type { RouteWarning } from './route-warning.ts';

/** How the credential travels; the prefix `sk-ant-oat` decides, not the type of the profile. */
export type HeaderKind = 'x-api-key' | 'bearer';

/** Why a beta is in the list. */
export type BetaReason = 'credential' | 'tools' | 'thinking' | 'context1m' | 'configured' | 'pruning' | 'provider-header';

export interface Beta {
  readonly name: string;
  readonly because: BetaReason;
}

export interface BetaList {
  /** Sorted by name, each once. */
  readonly betas: readonly Beta[];
  readonly warnings: readonly RouteWarning[];
}

const contextBeta = 'context-1m-2025-08-07';
const extendedTtlBeta = 'extended-cache-ttl-2025-04-11';
const oauthBetas = (['claude-code-20250219', 'oauth-2025-04-20'] as const).map((name): Beta => ({ name, because: 'credential' }));
const toolStreaming: Beta = { name: 'fine-grained-tool-streaming-2025-05-14', because: 'tools' };
const interleaved: Beta = { name: 'interleaved-thinking-2025-05-14', because: 'thinking' };
const bindingControls: Beta = { name: 'thinking-binding-controls-2026-08-01', because: 'thinking' };
const contextManagement: Beta = { name: 'context-management-2025-06-27', because: 'pruning' };

/** What the params ask for. */
interface Wish {
  /** Asked for and sent. */
  readonly betas: readonly Beta[];
  /** Something is asked for, even if it is then not sent: from 2026.3.13 that alone changes the list. */
  readonly asked: 'context1m' | 'anthropicBeta' | null;
  readonly warnings: readonly RouteWarning[];
}

/**
 * The list of `anthropic-beta` for a request to Anthropic itself, in full for 2026.2.24 (section 8). For later versions
 * those of credential, cache and context (observed, "What goes on the wire"; 2026.5.28 and 2026.7.1 seen likewise); the
 * rest as seen with Opus 4.6.
 */
export function betasOf(snapshot: Snapshot, agent: Agent, sources: readonly ParamsSource[], header: HeaderKind): BetaList {
  if (agent.model.provider !== anthropic) return { betas: [], warnings: [] };
  const { version } = snapshot.installation;
  const wish = wishOf(snapshot, agent, sources, header);
  // From 2026.3.13 on the wish alone counts, even if nothing of it is sent.
  const wraps = supports(version, 'interleaved-on-request') ? wish.asked !== null : wish.betas.length > 0;
  const beside = requestBetas(snapshot, agent, header);
  const configured = headerBetas(snapshot, agent);
  if (wraps) return wished(snapshot, wish, { beside, header, hasHeader: configured !== null });
  const usual = usualBetas(snapshot, agent, header);
  if (configured === null) return list([...usual, ...beside], wish.warnings);
  if (configured.merges && supports(version, 'own-betas') && !supports(version, 'new-request-builder')) return list([...usual, ...configured.betas], wish.warnings);
  const dropsOauth = header === 'bearer' && !oauthBetas.every(({ name }) => configured.betas.some((beta) => beta.name === name));
  return list([...configured.betas, ...beside], [...wish.warnings, { code: 'beta-header-replaced', dropsOauth }]);
}

/** What OpenClaw sends when the config asks for no betas. */
function usualBetas(snapshot: Snapshot, agent: Agent, header: HeaderKind): readonly Beta[] {
  const { version } = snapshot.installation;
  const credential = header === 'bearer' ? oauthBetas : [];
  if (supports(version, 'own-betas')) return foreignBaseUrl(snapshot, agent) === null ? [...credential, toolStreaming] : [];
  if (supports(version, 'own-transport')) return [];
  return [...credential, toolStreaming, ...(supports(version, 'interleaved-on-request') ? [] : [interleaved])];
}

/** Betas of the request's own contents, which 2026.9.6 adds to whatever else is sent with an API key. */
function requestBetas(snapshot: Snapshot, agent: Agent, header: HeaderKind): readonly Beta[] {
  if (header !== 'x-api-key' || !supports(snapshot.installation.version, 'new-request-builder') || foreignBaseUrl(snapshot, agent) !== null) return [];
  return [bindingControls, ...(prunesByCache(snapshot) ? [contextManagement] : [])];
}

interface Beside {
  readonly beside: readonly Beta[];
  readonly header: HeaderKind;
  readonly hasHeader: boolean;
}

/** The config asks for betas: they come with those of an API key, in newer versions also where a token is sent. */
function wished({ installation }: Snapshot, { betas, asked, warnings }: Wish, { beside, header, hasHeader }: Beside): BetaList {
  const dropped = header === 'bearer' && supports(installation.version, 'own-transport');
  const credential = header === 'bearer' && !dropped ? oauthBetas : [];
  return list([...credential, toolStreaming, interleaved, ...betas, ...beside], [
    ...warnings,
    ...(dropped && asked !== null ? [{ code: 'oauth-betas-dropped', by: asked } as const] : []),
    ...(hasHeader ? [{ code: 'beta-header-ignored' } as const] : []),
  ]);
}

function wishOf(snapshot: Snapshot, agent: Agent, sources: readonly ParamsSource[], header: HeaderKind): Wish {
  const retired = supports(snapshot.installation.version, 'context1m-retired');
  const byHand = configuredNames(mergedValue(sources, 'anthropicBeta')).filter((name) => !(retired && name === contextBeta));
  const context = contextWish(agent, sources);
  const wantsContext = context === 'wanted';
  // By hand or by switch: with a token neither goes out (section 8).
  const sendsContext = wantsContext && !retired && header !== 'bearer';
  const kept = byHand.filter((name) => !(header === 'bearer' && name === contextBeta));
  const betas: Beta[] = kept.map((name): Beta => ({ name, because: 'configured' }));
  if (sendsContext) betas.push({ name: contextBeta, because: 'context1m' });
  const asked = byHand.length > 0 ? 'anthropicBeta' : wantsContext ? 'context1m' : null;
  return { betas, asked, warnings: wishWarnings(agent, sources, { retired, header, context, byHand }) };
}

type ContextWish = 'wanted' | 'other-model' | 'not-true' | 'unset';

/** Only the boolean `true` counts, and only for Opus 4 and Sonnet 4 (section 8). */
function contextWish(agent: Agent, sources: readonly ParamsSource[]): ContextWish {
  const value = mergedValue(sources, 'context1m');
  if (value === undefined || value === false || value === null) return 'unset';
  if (value !== true) return 'not-true';
  return /^claude-(?:opus|sonnet)-4/.test(agent.model.modelId.trim().toLowerCase()) ? 'wanted' : 'other-model';
}

interface WishFacts {
  readonly retired: boolean;
  readonly header: HeaderKind;
  readonly context: ContextWish;
  readonly byHand: readonly string[];
}

function wishWarnings(agent: Agent, sources: readonly ParamsSource[], { retired, header, context, byHand }: WishFacts): readonly RouteWarning[] {
  const warnings: RouteWarning[] = [];
  const place = valuesOf(sources, 'context1m').at(-1);
  if (context === 'not-true' && place !== undefined) warnings.push({ code: 'context1m-not-true', path: [...place.source.path, 'context1m'] });
  const asks = context === 'wanted' || byHand.includes(contextBeta);
  if (retired && (context === 'wanted' || context === 'other-model')) warnings.push({ code: 'context1m-retired' });
  if (!retired && context === 'other-model') warnings.push({ code: 'context1m-model', ref: agent.model.ref });
  if (!retired && asks && header === 'bearer') warnings.push({ code: 'context1m-token' });
  if (byHand.includes(extendedTtlBeta)) warnings.push({ code: 'extended-cache-ttl' });
  return warnings;
}

/** One beta as a text, which is not split, or a list of texts (section 8). */
function configuredNames(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).map(trimmedText).filter((name) => name !== null);
}

interface HeaderBetas {
  readonly betas: readonly Beta[];
  /** The name has capitals: where OpenClaw has a list of its own under the other form, both are sent (2026.7.1, seen). */
  readonly merges: boolean;
}

/** `anthropic-beta` in the headers of the provider or of the model in its list; null without one (section 8). */
function headerBetas(snapshot: Snapshot, agent: Agent): HeaderBetas | null {
  const settings = providerSettings(effectiveConfig(snapshot.config), agent.model.provider);
  const models = valueAt(settings, 'models');
  const model: unknown = Array.isArray(models) ? models.find((one: unknown) => valueAt(one, 'id') === agent.model.modelId) : undefined;
  const written = [valueAt(model, 'headers'), valueAt(settings, 'headers')].map(betaHeader).find((header) => header !== null) ?? null;
  if (written === null) return null;
  const names = written.value.split(',').map((name) => name.trim()).filter((name) => name !== '');
  return { betas: names.map((name): Beta => ({ name, because: 'provider-header' })), merges: written.name !== betaHeaderName };
}

const betaHeaderName = 'anthropic-beta';

function betaHeader(headers: unknown): { readonly name: string; readonly value: string } | null {
  if (!isJsonObject(headers)) return null;
  const found = Object.entries(headers).findLast(([name]) => name.toLowerCase() === betaHeaderName);
  return found === undefined || typeof found[1] !== 'string' ? null : { name: found[0], value: found[1] };
}

/** A text with commas is one beta to OpenClaw, and several in the header. */
function list(betas: readonly Beta[], warnings: readonly RouteWarning[]): BetaList {
  const sent = betas.flatMap(({ name, because }) => name.split(',').map((part): Beta => ({ name: part.trim(), because }))).filter(({ name }) => name !== '');
  const byName = new Map(sent.toReversed().map((beta) => [beta.name, beta]));
  return { betas: [...byName.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)), warnings };
}
