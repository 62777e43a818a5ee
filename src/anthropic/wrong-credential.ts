import { safeText, type SafeText } from '../terminal/safe-text.ts';

/** What was pasted instead of a credential for requests. */
export type WrongKind =
  | 'admin-key'
  | 'refresh-token'
  | 'oauth-code'
  | 'oauth-url'
  | 'session-cookie'
  | 'other-vendor'
  | 'shell-command'
  | 'placeholder'
  | 'file-path'
  | 'console-url'
  | 'non-ascii'
  | 'illegal-character'
  | 'unrecognised';

export type WrongCredential =
  | { readonly state: 'wrong'; readonly what: Exclude<WrongKind, 'other-vendor' | 'non-ascii' | 'illegal-character'> }
  | { readonly state: 'wrong'; readonly what: 'other-vendor'; readonly vendor: SafeText }
  /** `position` is that of the first such character, counted from 1. */
  | { readonly state: 'wrong'; readonly what: 'non-ascii' | 'illegal-character'; readonly position: number };

type PlainKind = Exclude<WrongKind, 'other-vendor' | 'non-ascii' | 'illegal-character'>;

const placeholder =
  /\.{3}|\*{3}|•{2}|^<.*>$|^\[.*\]$|^\{.*\}$|\byour[-_ ]|^(?:sk-ant-)?(?:your|my|the|example|changeme|change_me|replace|insert|placeholder|todo)(?![a-z0-9]{12})|^sk-ant-(?:[a-z]+\d\d-)?[xX]{2,40}$|^x{3,}$/i;

/** The first that fits; more special patterns stand before more general ones. */
const plainKinds: readonly (readonly [PlainKind, RegExp])[] = [
  ['admin-key', /^sk-ant-admin/],
  ['refresh-token', /^sk-ant-ort/],
  ['session-cookie', /^sk-ant-sid|^(?:cookie:\s*)?sessionKey=/i],
  ['oauth-url', /^https?:\/\/\S*(?:[?&]code=|\/oauth\/)/i],
  ['console-url', /^(?:https?:\/\/|(?:console|platform)\.(?:anthropic|claude)\.com)\S*$/i],
  ['oauth-code', /^[A-Za-z0-9_-]{10,}#[A-Za-z0-9_-]{10,}$/],
  ['shell-command', /^(?:openclaw|claude|npm|npx|pnpm|yarn|bun|node|python3?|pip|curl|wget|sudo|cd|ls|cat|echo|printenv|export|set|env|docker|brew|apt|git|bash|sh|ssh|source)(?:\s|$)/],
  ['file-path', /^(?:~|\.{1,2})?\/\S*$|^[A-Za-z]:[\\/]|^\\\\|^[^\s:]+\.(?:json5?|txt|env|pem|key|toml|ya?ml)$/],
];

const vendors: readonly (readonly [RegExp, string])[] = [
  [/^sk-or-/, 'OpenRouter'],
  [/^sk-(?:proj|svcacct|admin|None)-|^sk-[A-Za-z0-9]{32,}$/, 'OpenAI'],
  [/^AIza/, 'Google'],
  [/^(?:gh[pousr]_|github_pat_)/, 'GitHub'],
  [/^xai-/, 'xAI'],
  [/^gsk_/, 'Groq'],
  [/^hf_/, 'Hugging Face'],
  [/^pplx-/, 'Perplexity'],
  [/^(?:AKIA|ASIA)[A-Z0-9]{12,}$/, 'AWS'],
  [/^xox[abps]-/, 'Slack'],
  [/^r8_/, 'Replicate'],
];

/** Names what a text is that is no credential for requests (facts, anthropic-api section 7; users part 1). */
export function nameWrong(text: string): WrongCredential {
  if (placeholder.test(text)) return { state: 'wrong', what: 'placeholder' };
  const vendor = vendors.find(([pattern]) => pattern.test(text));
  if (vendor !== undefined) return { state: 'wrong', what: 'other-vendor', vendor: safeText(vendor[1]) };
  const kind = plainKinds.find(([, pattern]) => pattern.test(text));
  if (kind !== undefined) return { state: 'wrong', what: kind[0] };
  return nameCharacter(text) ?? { state: 'wrong', what: 'unrecognised' };
}

/** Only for what is one word, or begins as a credential does: in a sentence the position of a character says nothing. */
function nameCharacter(text: string): WrongCredential | null {
  const known = text.startsWith('sk-ant-');
  if (!known && /\s/.test(text.trim())) return null;
  const characters = Array.from(text);
  const illegal = characters.findIndex((character) => !/^[A-Za-z0-9_-]$/.test(character));
  const character = characters[illegal];
  if (character === undefined) return null;
  if ((character.codePointAt(0) ?? 0) > 0x7f) return { state: 'wrong', what: 'non-ascii', position: illegal + 1 };
  return known ? { state: 'wrong', what: 'illegal-character', position: illegal + 1 } : null;
}
