import type { Removal } from './removal.ts';

interface Layer {
  readonly removal: Removal;
  readonly pattern: RegExp;
}

const header = String.raw`(?:authorization\s{0,8}:\s{0,8})?bearer[\s:]{1,8}|(?:authorization|x-api-key)["']?\s{0,8}[:=]\s{0,8}`;
const json = String.raw`["'][\w.-]{1,64}["']\s{0,8}:\s{0,8}`;
const quote = '["\'`“”‘’„‚«»‹›]';
const border = String.raw`[\u2500-\u259F|>$%❯›»\\]`;

/** What may end the text before a secret, outermost last; tried in this order until nothing fits. */
const layersBefore: readonly Layer[] = [
  { removal: 'header-name', pattern: new RegExp(`(?:${header})$`, 'i') },
  { removal: 'json', pattern: new RegExp(`(?:${json})$`) },
  { removal: 'assignment', pattern: /(?:(?:export|setx?)\s{1,8}|\$env:)?[A-Za-z_]\w{0,63}\s{0,8}=\s{0,8}$/i },
  { removal: 'quotes', pattern: new RegExp(`${quote}$`) },
  { removal: 'borders', pattern: new RegExp(`${border}$`) },
  { removal: 'punctuation', pattern: /[{([,;]$/ },
];

/**
 * The same at the start of a text that holds no known secret. A name in small letters stays, because
 * `sessionKey=` tells what was pasted; a prompt mark counts only before a space.
 */
const layersAtStart: readonly Layer[] = [
  { removal: 'header-name', pattern: new RegExp(`^(?:${header})`, 'i') },
  { removal: 'json', pattern: new RegExp(`^(?:${json})`) },
  { removal: 'assignment', pattern: /^(?:(?:(?:export|setx?)\s{1,8}|\$env:)[A-Za-z_]\w{0,63}|[A-Z][A-Z0-9_]{0,63})\s{0,8}=\s{0,8}/ },
  { removal: 'quotes', pattern: new RegExp(`^${quote}`) },
  { removal: 'borders', pattern: /^(?:[\u2500-\u257F]|[>$%❯›»|](?=\s))/ },
];

const layersAfter: readonly Layer[] = [
  { removal: 'quotes', pattern: new RegExp(`^${quote}`) },
  { removal: 'borders', pattern: new RegExp(`^${border}`) },
  { removal: 'punctuation', pattern: /^[;,.:)\]}]/ },
];

const layersAtEnd: readonly Layer[] = [
  { removal: 'quotes', pattern: new RegExp(`${quote}$`) },
  { removal: 'borders', pattern: /[\u2500-\u257F]$/ },
  { removal: 'punctuation', pattern: /[;,]$/ },
];

/** No wrapping is longer; what lies further out is text of its own. */
const reach = 1024;

/** Names what stood before and after a secret, from the inside out. */
export function nameSurroundings(before: string, after: string, found: Set<Removal>): void {
  const restBefore = peel(before.slice(-reach), layersBefore, found);
  const restAfter = peel(after.slice(0, reach), layersAfter, found);
  const far = before.slice(0, -reach) + after.slice(reach);
  if (`${restBefore}${restAfter}${far}`.trim() !== '') found.add('surrounding-text');
}

/** Names what was between the pieces of a wrapped secret. */
export function nameBetween(between: string, found: Set<Removal>): void {
  if (between.includes('\n')) found.add('line-breaks');
  if (/[ \t]/.test(between)) found.add('spaces');
  if (/\S/.test(between)) found.add('borders');
}

/** Takes the wrapping off a text that holds no known secret; the inside stays as it is, for diagnosis. */
export function unwrapUnknown(text: string, found: Set<Removal>): string {
  return peel(peel(text, layersAtStart, found), layersAtEnd, found);
}

function peel(text: string, layers: readonly Layer[], found: Set<Removal>): string {
  let rest = text;
  for (;;) {
    const layer = layers.find(({ pattern }) => pattern.test(rest));
    const next = layer === undefined ? rest.trim() : rest.replace(layer.pattern, '');
    if (next === rest) return rest;
    if (layer === undefined) nameSpace(rest, found);
    else found.add(layer.removal);
    rest = next;
  }
}

function nameSpace(text: string, found: Set<Removal>): void {
  const ends = text.slice(0, text.length - text.trimStart().length) + text.slice(text.trimEnd().length);
  if (ends.includes('\n')) found.add('line-breaks');
  if (/[^\n]/.test(ends)) found.add('spaces');
}
