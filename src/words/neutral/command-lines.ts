import type { WarnedProfile } from '../../rules/agent-warnings.ts';
import { joinSafe, safeText, say, type SafeText } from '../../terminal/safe-text.ts';

/** What is to be saved anew. */
type Saved = Pick<WarnedProfile, 'profileId' | 'type' | 'own'>;

/** A new secret under the same name, wherever it is stored. A token is made first; a login becomes one under another name. */
export function replaceCommands(profile: Saved, agentId: string): readonly SafeText[] {
  const id = shellWord(profile.profileId);
  if (profile.type === 'api_key') return [say`clawdial models auth rotate ${id}`];
  if (profile.type === 'token') return [say`claude setup-token`, say`clawdial models auth rotate ${id} --expires-in 365d`];
  return [say`claude setup-token`, ...saveCommands(profile, agentId)];
}

/** Saves under the same id, for the agent alone where its own store holds it. The secret comes on stdin. */
export function saveCommands({ profileId, type, own }: Saved, agentId: string): readonly SafeText[] {
  const kind = type === 'api_key' ? say`--anthropic-api-key -` : say`--token - --token-expires-in 365d`;
  const scope = own ? [say`--agent ${shellWord(agentId)}`] : [];
  return [joinSafe([say`clawdial onboard ${kind} --token-profile-id ${shellWord(profileId)}`, ...scope], safeText(' '))];
}

/** One word for a shell, whatever it holds. */
export function shellWord(text: string): SafeText {
  return safeText(/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);
}

/** A program with its arguments, as a person would type it; the secret it reads comes on stdin and stands nowhere. */
export function commandLine(program: string, argv: readonly string[]): SafeText {
  return joinSafe([program, ...argv].map(shellWord), safeText(' '));
}
