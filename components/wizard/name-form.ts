import type { CredentialKind } from '../../src/anthropic/verdict.ts';
import type { ProfileType, Snapshot } from '../../src/openclaw/snapshot.ts';
import { parseLifetime } from '../../src/rules/duration.ts';
import { freeProfileId, isProfileName } from '../../src/rules/profile-id.ts';
import { profileTypes } from '../../src/rules/profile-types.ts';
import type { NameProblem } from '../../src/words/name-problem.ts';
import type { NameField, NameForm, PreparedCredential, WizardFacts } from './state.ts';

/** OpenClaw's own id for the first credential of a provider (2026.2.24, facts section 2.3). */
export const defaultProfileId = 'anthropic:default';

/** A setup-token is said to hold one year; nothing tells its real end, so this stays an assumption (facts, anthropic-api 6). */
const assumedLifetime = '365d';

/** The type under which OpenClaw keeps a credential; it follows the credential, never a question. */
export function profileTypeOf(kind: CredentialKind): ProfileType {
  return kind === 'api-key' ? 'api_key' : 'token';
}

/** The form as first shown: OpenClaw's default id, or a free one when that belongs to another type of credential. */
export function startForm(facts: WizardFacts, credential: PreparedCredential): NameForm {
  const types = profileTypes(facts.snapshot);
  const taken = types.get(defaultProfileId);
  const isFree = taken === undefined || taken === profileTypeOf(credential.kind);
  return {
    profileId: isFree ? defaultProfileId : proposeId(facts.snapshot, credential.kind),
    expiry: credential.kind === 'setup-token' ? assumedLifetime : '',
    model: null,
    field: 'profile-id',
    problem: null,
  };
}

/** What is wrong with a profile id for this credential, or null. */
export function profileIdProblem(snapshot: Snapshot, kind: CredentialKind, profileId: string): NameProblem | null {
  if (profileId.trim() === '' || profileId.trim() === 'anthropic:') return { kind: 'blank' };
  if (!profileId.startsWith('anthropic:')) return { kind: 'provider-prefix' };
  if (!isProfileName(profileId)) return { kind: 'characters' };
  const taken = profileTypes(snapshot).get(profileId);
  if (taken === undefined || taken === profileTypeOf(kind)) return null;
  return { kind: 'other-type', proposal: proposeId(snapshot, kind) };
}

/** What is wrong with a lifetime, or null; blank records no end. */
export function expiryProblem(text: string): NameProblem | null {
  if (text.trim() === '') return null;
  return parseLifetime(text) === null ? { kind: 'duration' } : null;
}

/** The fields this credential asks, in their order; an API key has no end. */
export function fieldsOf(kind: CredentialKind): readonly NameField[] {
  return kind === 'setup-token' ? ['profile-id', 'expiry', 'model'] : ['profile-id', 'model'];
}

function proposeId(snapshot: Snapshot, kind: CredentialKind): string {
  const wanted = kind === 'api-key' ? 'anthropic:api' : 'anthropic:subscription';
  return freeProfileId([...profileTypes(snapshot).keys()], wanted);
}
