import { redact } from '../terminal/redact.ts';
import { safeText, type SafeText } from '../terminal/safe-text.ts';

/** Where a check goes when nothing else is configured. */
export const anthropicUrl = 'https://api.anthropic.com';

export type BaseUrlRefusal = 'unparsable' | 'scheme' | 'credentials' | 'plain-http' | 'query';

/** Whose server a base URL names. */
export type BaseUrl =
  | {
      /** `foreign` is https to another host: nothing goes there without a person's yes. */
      readonly kind: 'anthropic' | 'loopback' | 'foreign';
      /** Without a slash or `/v1` at the end. */
      readonly url: string;
      /** In full, the host as punycode. */
      readonly shown: SafeText;
    }
  /** Nothing is ever sent there. A user name and a password are left out of `shown`. */
  | { readonly kind: 'refused'; readonly url: string; readonly shown: SafeText; readonly reason: BaseUrlRefusal };

const longestUrl = 2048;
/** How much of what is no address at all is shown. */
const longestShown = 200;

/**
 * Says whose server a base URL names, before anything is sent there (facts, reliability N1).
 *
 * @param url as configured; null when nothing is
 */
export function classifyBaseUrl(url: string | null): BaseUrl {
  if (url === null) return accepted('anthropic', anthropicUrl);
  const parsed = url.length > longestUrl ? null : URL.parse(url.trim());
  if (parsed === null || parsed.hostname === '') return refused(withoutUser(url.trim().slice(0, longestUrl)), 'unparsable');
  const plain = addressOf(parsed);
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return refused(plain, 'scheme');
  if (parsed.username !== '' || parsed.password !== '') return refused(plain, 'credentials');
  if (parsed.search !== '' || parsed.hash !== '') return refused(plain, 'query');
  if (isLoopback(parsed.hostname)) return accepted('loopback', plain);
  if (parsed.protocol === 'http:') return refused(plain, 'plain-http');
  return accepted(parsed.host === 'api.anthropic.com' ? 'anthropic' : 'foreign', plain);
}

/** Path included, user name, password, query and fragment not: those may hold a secret. */
function addressOf(parsed: URL): string {
  const path = parsed.pathname.replace(/\/+$/, '').replace(/\/v1$/, '').replace(/\/+$/, '');
  return `${parsed.protocol}//${parsed.host}${path}`;
}

/** What no parser understands may hold a password all the same. */
function withoutUser(text: string): string {
  return redact(text.slice(text.lastIndexOf('@') + 1));
}

/** The URL parser has already turned 127.1, 0x7f000001 and the like into four decimals. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}

function accepted(kind: 'anthropic' | 'loopback' | 'foreign', url: string): BaseUrl {
  return { kind, url, shown: safeText(url) };
}

function refused(url: string, reason: BaseUrlRefusal): BaseUrl {
  return { kind: 'refused', url, shown: safeText(url.slice(0, longestShown)), reason };
}
