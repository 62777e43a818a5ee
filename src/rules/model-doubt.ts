import { pricedModels } from '../anthropic/models.ts';
import { objectAt } from '../openclaw/json-object.ts';
import type { Snapshot } from '../openclaw/snapshot.ts';
import { effectiveConfig } from './agents.ts';
import { catalogueEntry } from './model-catalogue.ts';
import { formatModelRef, type ModelRef } from './model-ref.ts';
import { usedModels } from './model-settings.ts';
import { nearestName } from './nearest-name.ts';
import { anthropic } from './provider-id.ts';

/** A model that nothing here knows. */
export interface ModelDoubt {
  /** The known model that was probably meant, or null. */
  readonly meant: string | null;
}

/**
 * Null for a model that an agent starts with or falls back to, that the config lists, or that Anthropic is known to have.
 * A name that differs from a known one by its digits alone is no slip: it may be a newer model.
 */
export function modelDoubt(snapshot: Snapshot, model: ModelRef): ModelDoubt | null {
  const { provider, modelId } = model;
  const ref = formatModelRef(model);
  const listed = Object.keys(objectAt(effectiveConfig(snapshot.config), 'agents', 'defaults', 'models'));
  const known = new Set([...usedModels(snapshot), ...listed, ...pricedModels.map((id) => formatModelRef({ provider: anthropic, modelId: id }))]);
  if (known.has(ref)) return null;
  if (provider === anthropic && (catalogueEntry(snapshot.installation.version, modelId) === 'known' || known.has(ref.replace(/-\d{8}$/, '')))) return null;
  const meant = nearestName(ref, [...known]);
  return { meant: meant === null || withoutDigits(meant) === withoutDigits(ref) ? null : meant };
}

function withoutDigits(name: string): string {
  return name.toLowerCase().replaceAll(/\d+/g, '0');
}
