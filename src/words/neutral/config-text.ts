import type { ConfigPath } from '../../rules/cache/config-path.ts';
import { redact } from '../../terminal/redact.ts';
import { joinSafe, safeText, say, type SafeText } from '../../terminal/safe-text.ts';

/** A path as people write it: `agents.list[1].params`, with quotes around keys that need them. */
export function pathWords(path: ConfigPath): SafeText {
  const parts = path.map((key, index) => {
    if (/^\d+$/.test(key)) return `[${key}]`;
    if (/^[A-Za-z_$][\w$-]*$/.test(key)) return index === 0 ? key : `.${key}`;
    return `[${JSON.stringify(key)}]`;
  });
  return safeText(redact(parts.join('')));
}

/** Longer values are cut: only their beginning tells something. */
const longestValue = 60;

/** A value of the config as JSON, short, without what may be a credential. */
export function valueWords(value: unknown): SafeText {
  const text = safeText(redact(JSON.stringify(value) ?? ''));
  return text.length > longestValue ? say`${safeText(text.slice(0, longestValue))}…` : text;
}

/** `openclaw.json:12`. @param line counted from 1, or null when only the file is known */
export function placeWords(file: SafeText, line: number | null): SafeText {
  return line === null ? file : say`${file}:${line}`;
}

/** Names after each other, with commas. */
export function listWords(names: readonly string[]): SafeText {
  return joinSafe(names.map((name) => safeText(name)), say`, `);
}

/** A URL without the user name and password that someone may have put into it. */
export function urlWords(url: string): SafeText {
  return safeText(redact(url.replace(/\/\/[^/]*@/, '//')).replace(/\?.*$/s, ''));
}
