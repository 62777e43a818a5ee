import { safeText, type SafeText } from '../terminal/safe-text.ts';
import type { Secret } from '../terminal/secret.ts';
import { sha256 } from '../terminal/sha256.ts';
import { cleanPaste } from './paste.ts';
import type { Removal } from './removal.ts';
import type { CredentialKind } from './verdict.ts';
import { nameWrong, type WrongCredential } from './wrong-credential.ts';

export type CredentialWarning = 'unusual-length' | 'unusual-suffix' | 'unknown-prefix-number' | 'several-secrets-found';

/** What can be said about a text without asking anyone. It can never say "valid": no checksum is documented. */
export type Diagnosis =
  | { readonly state: 'empty' }
  /** Values with warnings are unusual but possible, and can be kept. */
  | { readonly state: 'usable'; readonly kind: CredentialKind; readonly warnings: readonly CredentialWarning[] }
  /** Cut off; to be kept only when a person says so. */
  | { readonly state: 'truncated'; readonly kind: CredentialKind; readonly length: number }
  | WrongCredential;

/** What may be shown of a credential. */
export interface CredentialSummary {
  /** Null when it is no credential for requests. */
  readonly kind: CredentialKind | null;
  /** Such as `sk-ant-oat01-…Xy9A`; the last four only when there are more than 24 characters. */
  readonly fingerprint: SafeText;
  readonly length: number;
}

export interface ReadCredential {
  readonly secret: Secret;
  readonly removed: readonly Removal[];
  readonly diagnosis: Diagnosis;
  readonly summary: CredentialSummary;
}

/** Characters of every API key and setup-token seen so far (facts, anthropic-api section 7). */
const usualLength = 108;
/** OpenClaw 2026.9.6 accepts from 80, which is where a terminal cuts; fewer than 100 cannot be whole (users, part 1). */
const shortestWhole = 100;
const knownNumbers: Readonly<Record<CredentialKind, string>> = { 'api-key': '03', 'setup-token': '01' };
const shape = /^sk-ant-(api|oat)(\d{2})-[A-Za-z0-9_-]*$/;

/**
 * The one function through which every credential comes in, typed, pasted or read from a stream.
 *
 * @param raw as it came, with anything around it
 */
export function readCredential(raw: Secret): ReadCredential {
  const { text, removed } = cleanPaste(raw);
  const diagnosis = withOtherSecrets(diagnose(text), removed);
  return { secret: text, removed, diagnosis, summary: summarise(text) };
}

/** Says offline what a text is. It is taken as it stands: clean it first when a person gave it. */
export function diagnose(text: Secret): Diagnosis {
  const value = text.reveal();
  if (value.trim() === '') return { state: 'empty' };
  const [, family, number] = shape.exec(value) ?? [];
  if (family === undefined || number === undefined || isPlaceholder(value)) return nameWrong(value);
  const kind: CredentialKind = family === 'api' ? 'api-key' : 'setup-token';
  if (value.length < shortestWhole) return { state: 'truncated', kind, length: value.length };
  return { state: 'usable', kind, warnings: warningsOf(value, number === knownNumbers[kind]) };
}

/** What may be shown of a credential, and nothing more: its kind, its ends, its length. */
export function summarise(secret: Secret): CredentialSummary {
  const value = secret.reveal();
  const diagnosis = diagnose(secret);
  const kind = diagnosis.state === 'usable' || diagnosis.state === 'truncated' ? diagnosis.kind : null;
  return { kind, fingerprint: masked(secret), length: value.length };
}

/** Its ends alone, see `fingerprint`. */
export function masked(secret: Secret): SafeText {
  const value = secret.reveal();
  const prefix = /^sk-ant-(?:[a-z]{3,8}\d{2}-)?/.exec(value)?.[0] ?? '';
  const tail = value.length > 24 ? value.slice(-4) : '';
  return safeText(`${prefix}…${tail}`);
}

/** The first 8 hex digits of SHA-256: equal for the same secret under several ids. */
export function fingerprintOf(secret: Secret): string {
  return sha256(secret.reveal()).slice(0, 8);
}

/** Crosses as in a manual; a whole-length value is taken at its word. */
function isPlaceholder(value: string): boolean {
  return /^sk-ant-[a-z]+\d\d-[xX]{2,40}$/.test(value);
}

function warningsOf(value: string, knownNumber: boolean): readonly CredentialWarning[] {
  const warnings: CredentialWarning[] = [];
  if (value.length !== usualLength) warnings.push('unusual-length');
  if (!value.endsWith('AA')) warnings.push('unusual-suffix');
  if (!knownNumber) warnings.push('unknown-prefix-number');
  return warnings;
}

function withOtherSecrets(diagnosis: Diagnosis, removed: readonly Removal[]): Diagnosis {
  if (diagnosis.state !== 'usable' || !removed.includes('other-secrets')) return diagnosis;
  return { ...diagnosis, warnings: [...diagnosis.warnings, 'several-secrets-found'] };
}
