import { Secret } from '../terminal/secret.ts';
import { plainCharacters } from './paste-characters.ts';
import { findSecrets, isComplete, isSubstantial, type FoundSecret } from './paste-secrets.ts';
import { nameBetween, nameSurroundings, unwrapUnknown } from './paste-surroundings.ts';
import { inOrder, type Removal } from './removal.ts';

export interface CleanedPaste {
  readonly text: Secret;
  /** What was taken out, each kind once, always in the same order. */
  readonly removed: readonly Removal[];
}

/**
 * Finds the one Anthropic secret in whatever a terminal, a page or a person puts around it: escape codes, line breaks of
 * a narrow window, box borders, quotes, assignments, headers, JSON, or the whole screen of `claude setup-token`.
 *
 * It never invents: pieces are joined only over white space and borders, and a text without a known secret comes back
 * trimmed and unwrapped, for diagnosis. Of several different secrets the first complete one is taken, and
 * `other-secrets` is reported. Cleaning twice is the same as cleaning once.
 */
export function cleanPaste(raw: Secret): CleanedPaste {
  const found = new Set<Removal>();
  const text = plainCharacters(raw.reveal(), found);
  const secrets = findSecrets(text);
  const chosen = choose(secrets);
  if (chosen === undefined) return { text: new Secret(unwrapUnknown(text, found)), removed: inOrder(found) };
  nameBetween(chosen.between, found);
  nameSurroundings(text.slice(0, chosen.start), text.slice(chosen.end), found);
  if (secrets.some((other) => isSubstantial(other) && other.secret !== chosen.secret)) found.add('other-secrets');
  return { text: new Secret(chosen.secret), removed: inOrder(found) };
}

function choose(secrets: readonly FoundSecret[]): FoundSecret | undefined {
  const forRequests = secrets.filter(({ secret }) => /^sk-ant-(?:api|oat)\d/.test(secret));
  return forRequests.find(({ secret }) => isComplete(secret)) ?? forRequests.find(isSubstantial) ?? secrets.find(isSubstantial) ?? secrets[0];
}
