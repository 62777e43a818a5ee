import type { CandidateSource } from '../../rules/candidate.ts';
import type { SecretReference, VariableOrigin } from '../../openclaw/snapshot.ts';
import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';

/** Where a variable is set, in two or three words. */
export const originWords: Readonly<Record<VariableOrigin, SafeText>> = {
  process: safeText('de omgeving'),
  'working-directory-dotenv': safeText('.env in deze map'),
  'state-dotenv': safeText('.env in de statusmap'),
  'config-env-vars': safeText('env.vars in de config'),
  'config-env': safeText('env in de config'),
};

/** The shortest true name of a credential's source. */
export function candidateName(source: CandidateSource): SafeText {
  switch (source.from) {
    case 'profile':
      return safeText(source.profileId);
    case 'variable':
      return say`${safeText(source.name)} (${originWords[source.origin]})`;
    case 'provider-key':
      return safeText('models.providers.anthropic.apiKey');
  }
}

/** Where a secret is kept instead of in the profile, and whether it is there. */
export function referenceWords({ source, provider, id, found }: SecretReference): SafeText {
  const place = source === 'env' ? say`env:${safeText(id)}` : say`${safeText(source)}:${safeText(provider)}:${safeText(id)}`;
  if (found === null) return say`uit ${place}, hier niet gevraagd`;
  if (found) return say`uit ${place}`;
  return source === 'env' ? say`uit ${place}, dat niet is ingesteld` : say`uit ${place}, dat er niet is`;
}
