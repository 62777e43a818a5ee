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

/** Forms of the two newest that 2026.2.24 takes although its list has them in one form only (read; seen with capitals). */
const februaryForms = /^claude-(?:opus|sonnet)-4[-.]6(?:-|$)/iu;

/** The same of later releases, from their manifests; what is not listed there was seen to be unknown. */
const may: ReadonlySet<string> = new Set(['claude-opus-4-6', 'claude-opus-4-7', 'claude-opus-4-8', 'claude-sonnet-4-6']);
const july: ReadonlySet<string> = new Set([...may, 'claude-sonnet-5', 'claude-fable-5', 'claude-mythos-5', 'claude-haiku-4-5', 'claude-haiku-4-5-20251001']);

/** 2026.9.6 knows these, sends names that are new to it as they are, and has forgotten older ones (seen). */
const september: ReadonlySet<string> = new Set([
  ...may,
  'claude-opus-5',
  'claude-opus-5-5',
  'claude-sonnet-5',
  'claude-fable-5',
  'claude-fable-5-1',
  'claude-mythos-5',
  'claude-haiku-4-5',
]);

const marchRelease = { year: 2026, month: 3, patch: 1 };
const mayRelease = { year: 2026, month: 5, patch: 28 };
const julyRelease = { year: 2026, month: 7, patch: 1 };
const septemberRelease = { year: 2026, month: 9, patch: 6 };

/**
 * Whether this OpenClaw can run an Anthropic model.
 *
 * @returns `unlisted` where its catalogue is not known to us: it may or may not
 */
export function catalogueEntry(version: OpenClawVersion, modelId: string): 'known' | 'unknown' | 'unlisted' {
  if (compareVersions(version, septemberRelease) >= 0) {
    if (september.has(modelId)) return 'known';
    // A known name in capitals is none to it.
    const name = modelId.toLowerCase();
    return february.has(name) || september.has(name) ? 'unknown' : 'unlisted';
  }
  if (compareVersions(version, marchRelease) < 0) return february.has(modelId) || februaryForms.test(modelId) ? 'known' : 'unknown';
  const closed = compareVersions(version, mayRelease) === 0 ? may : compareVersions(version, julyRelease) === 0 ? july : null;
  if (closed === null) return 'unlisted';
  return closed.has(modelId) ? 'known' : 'unknown';
}
