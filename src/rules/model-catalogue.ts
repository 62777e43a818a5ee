import type { OpenClawVersion } from '../openclaw/installation.ts';
import { compareVersions } from './versions.ts';

/** Anthropic models that OpenClaw 2026.2.24 knows (pi-ai 0.55.0, facts section 9). Any other id is an unknown model to it. */
const february: ReadonlySet<string> = new Set([
  'claude-3-haiku-20240307',
  'claude-3-opus-20240229',
  'claude-3-sonnet-20240229',
  'claude-3-5-haiku-20241022',
  'claude-3-5-haiku-latest',
  'claude-3-5-sonnet-20240620',
  'claude-3-5-sonnet-20241022',
  'claude-3-7-sonnet-20250219',
  'claude-3-7-sonnet-latest',
  'claude-haiku-4-5',
  'claude-haiku-4-5-20251001',
  'claude-opus-4-0',
  'claude-opus-4-1',
  'claude-opus-4-1-20250805',
  'claude-opus-4-20250514',
  'claude-opus-4-5',
  'claude-opus-4-5-20251101',
  'claude-opus-4-6',
  'claude-sonnet-4-0',
  'claude-sonnet-4-20250514',
  'claude-sonnet-4-5',
  'claude-sonnet-4-5-20250929',
  'claude-sonnet-4-6',
]);

const firstOtherCatalogue = { year: 2026, month: 3, patch: 1 };

/**
 * Whether this OpenClaw can run an Anthropic model.
 *
 * @returns `unlisted` where its catalogue is not known to us: it may or may not
 */
export function catalogueEntry(version: OpenClawVersion, modelId: string): 'known' | 'unknown' | 'unlisted' {
  if (compareVersions(version, firstOtherCatalogue) >= 0) return 'unlisted';
  return february.has(modelId) ? 'known' : 'unknown';
}
