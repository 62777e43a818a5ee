import type { Secret } from './secret.ts';

const replacement = '[secret]';

/** What may stand inside a credential that was wrapped, indented or JSON-escaped. No two ways to match the same text: no slow search. */
const breaks = String.raw`(?:\\+[nrt]|\\+u00(?:0[9ad]|1b)|[\r\n\t]\u0020*|\u001B\[[0-9;]*m)*`;

const anyCredential = new RegExp(`${spaced('sk-ant-')}(?:${breaks}(?:[A-Za-z0-9_-]|%(?:2D|5F))+)*`, 'gi');

/** `Bearer` before a word that is long enough to be a credential; "invalid bearer token" stays readable. */
const bearer = /(\bbearer[\s:=]+)[^\s"',;\\]{16,}/gi;

/** The value after these header names, as `name: value`, in JSON, in an object or in a list of raw headers. */
const header = new RegExp(
  String.raw`(\b(?:x-api-key|(?:proxy-)?authorization)` +
    String.raw`(?:[\\"']*\s*[:=]\s*[\\"']*|[\\"']+\s*,\s*[\\"']+)(?:(?:bearer|basic)\s+)?)` +
    String.raw`(?:\[secret\]|[^\s"',;\\}\])]+)`,
  'gi',
);

/** Shorter values would blank out ordinary words. */
const shortestSecret = 4;

/**
 * Takes credentials out of a text that may hold some: the given secrets by value (also wrapped over lines, JSON-escaped
 * or percent-encoded), everything that looks like an Anthropic credential, and the values of the headers that carry one.
 * Each becomes `[secret]`. Do this first, `safeText` after it, and only then cut.
 */
export function redact(text: string, secrets: readonly Secret[] = []): string {
  const withoutKnown = secrets.reduce(withoutSecret, text);
  return withoutKnown
    .replace(anyCredential, replacement)
    .replace(bearer, `$1${replacement}`)
    .replace(header, `$1${replacement}`);
}

function withoutSecret(text: string, secret: Secret): string {
  const value = secret.reveal().trim();
  if (value.length < shortestSecret) {
    return text;
  }
  const forms = new Set([value, JSON.stringify(value).slice(1, -1), percentEncoded(value)]);
  const exact = [...forms].reduce((rest, form) => rest.replaceAll(form, replacement), text);
  return value.length > longestWrapped ? exact : exact.replace(new RegExp(spaced(value), 'g'), replacement);
}

/** A longer value is the text of a file rather than a credential; looking for it in pieces would take too long. */
const longestWrapped = 4096;

function percentEncoded(value: string): string {
  // encodeURIComponent throws on half a surrogate pair.
  return encodeURIComponent(value.toWellFormed());
}

/** A pattern for the characters of a value with breaks between any two of them; a sign may be percent-encoded. */
function spaced(value: string): string {
  return Array.from(value, (character) => {
    const plain = character.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
    return character === '-' || character === '_' ? `(?:${character}|${character === '-' ? '%2[dD]' : '%5[fF]'})` : plain;
  }).join(breaks);
}
