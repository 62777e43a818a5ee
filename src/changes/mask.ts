import { readTree } from '../openclaw/config-edit-tree.ts';
import type { PlacedToken } from '../openclaw/config-edit-tree.ts';

/** Names whose string values nobody may read over a shoulder: OpenClaw's own, and those of channels and variables. */
const secretName = /^(?:key|token|access|refresh|auth|authorization|cookie|pass)$|(?:api[-_]?key|private[-_]?key|token|password|passphrase|secret|credential)s?$/iu;

/** True for the name of a key or variable whose value is a secret. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/** Credentials that are known by their look, wherever they stand. */
const secretLook = /sk-ant-[\w-]{8,}|sk-[\w-]{20,}|xox[a-z]-[\w-]{10,}|gh[a-z]_\w{20,}|AIza[\w-]{20,}|eyJ[\w-]{10,}\.[\w-]+\.[\w-]*/gu;

/** `name: "value"` inside a comment, or in text that is not JSON5. */
const namedValue = /(["']?)(?<![\w.-])([\w.-]+)\1(\s*[:=]\s*)(["'])((?:(?!\4)[^\\\r\n]|\\.)*)\4/gu;

/** `user:password@` in a URL. */
const urlLogin = /(?<=:\/\/)[^\s/@"']+:[^\s/@"']+(?=@)/gu;

const variableReference = /^\$\{[A-Z_][A-Z0-9_]*\}$/u;

/**
 * Hides one credential so that its owner still knows which it is: `sk-ant-api03-…wxAA`, `…e737`, or nothing of a short one.
 * A reference to an environment variable (`${NAME}`) is not a secret and stays.
 */
export function maskValue(value: string): string {
  if (value === '' || variableReference.test(value)) {
    return value;
  }
  if (value.length < 20) {
    return '••••';
  }
  const kind = /^sk-ant-[a-z]{2,8}\d{2}-/u.exec(value)?.[0] ?? '';
  return `${value.length < kind.length + 20 ? '' : kind}…${value.slice(-4)}`;
}

/** The part of a text from one offset up to, and without, another. */
export interface TextPart {
  readonly start: number;
  readonly end: number;
}

/**
 * The same text with every secret masked, line for line: line n of the answer is line n of `text`.
 * Text that cannot be parsed is masked by the look of its lines.
 *
 * @param part what will be shown; the rest comes back as it is. All of it unless told otherwise.
 */
export function maskSecrets(text: string, part: TextPart = { start: 0, end: text.length }): string {
  const reading = readTree(text);
  if (!reading.ok) {
    return maskLoose(text);
  }
  let hidden: boolean[] = [];
  let pending = false;
  return reading.tree.tokens
    .map((token) => {
      if (token.type === 'key') {
        pending = secretName.test(String(token.value));
      }
      if (token.raw === '{' || token.raw === '[') {
        hidden = [...hidden, token.raw === '[' && (pending || hidden.at(-1) === true)];
        pending = false;
      }
      if (token.raw === '}' || token.raw === ']') {
        hidden = hidden.slice(0, -1);
      }
      const isSecret = pending || hidden.at(-1) === true;
      if (token.type === 'literal') {
        pending = false;
      }
      return token.end <= part.start || token.start >= part.end ? token.raw : maskToken(token, isSecret);
    })
    .join('');
}

function maskToken(token: PlacedToken, isSecret: boolean): string {
  if (token.type === 'comment') {
    return maskLoose(token.raw);
  }
  if (token.type === 'key') {
    return token.raw.replaceAll(secretLook, maskValue);
  }
  if (token.type !== 'literal') {
    return token.raw;
  }
  if (typeof token.value !== 'string') {
    return token.raw;
  }
  return isSecret ? maskLiteral(token.raw, token.value) : maskUnnamed(token.raw, token.value);
}

function maskLiteral(raw: string, value: string): string {
  if (/[\r\n]/u.test(raw)) {
    return raw.replaceAll(/[^\r\n]/gu, '•');
  }
  const quote = raw.slice(0, 1);
  return `${quote}${maskValue(value)}${quote}`;
}

/** A literal with escapes or line continuations could hide the look of a credential: then it is judged by its value. */
function maskUnnamed(raw: string, value: string): string {
  const shown = maskLooks(raw);
  return shown === raw && maskLooks(value) !== value ? maskLiteral(raw, value) : shown;
}

function maskLooks(text: string): string {
  return text.replaceAll(secretLook, maskValue).replaceAll(urlLogin, '••••');
}

function maskLoose(text: string): string {
  const named = text.replaceAll(namedValue, (whole: string, quote: string, name: string, between: string, mark: string, value: string) =>
    secretName.test(name) ? `${quote}${name}${quote}${between}${mark}${maskValue(value)}${mark}` : whole,
  );
  return maskLooks(named);
}
