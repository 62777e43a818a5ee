/** A secret as it stands in a text, perhaps in several pieces. */
export interface FoundSecret {
  readonly secret: string;
  /** Where its first piece starts and its last piece ends. */
  readonly start: number;
  readonly end: number;
  /** What stood between the pieces. */
  readonly between: string;
}

interface Run {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Chain {
  readonly secret: string;
  readonly lastRun: number;
}

const family = 'sk-ant-';

/** What may stand between two pieces of a wrapped secret: white space, box borders, prompt marks, a shell's `\`. */
const softGap = /^[\s\u2500-\u259F|>$%❯›»\\]*$/;

/** A run that is more likely a word of a sentence than a piece of a secret. */
const word = /^[A-Za-z]{1,15}$|^[A-Za-z]+(?:-[a-z]+)+$/;

/** What ends a secret: anything else that touches it is kept, so that it can be diagnosed. */
const terminator = /^(?:$|[\s"'`“”‘’„«»;,:)\]}<>|&\\\u2500-\u259F])/;
/** The end of the sentence a secret stands in, perhaps with a closing quote or bracket after it. */
const sentenceEnd = /^[.!?](?:$|[\s"'`“”‘’„«»;,:)\]}<>|&\\\u2500-\u259F])/;

/** Shorter than this is a mention such as `sk-ant-api03-`, not a secret. */
const shortestSecret = 24;
/** Longer than this, no further piece is joined without proof. */
const longestSecret = 160;
/** Pieces on one line; a narrower field does not exist. */
const piecesInLine = 64;

/** Characters of a well-formed credential (facts, anthropic-api section 7). */
function usualLength(secret: string): number {
  return secret.startsWith('sk-ant-admin') ? 110 : 108;
}

export function isComplete(secret: string): boolean {
  return secret.length === usualLength(secret) && secret.endsWith('AA');
}

/** Every Anthropic secret in a text whose characters are plain already, in the order in which they stand there. */
export function findSecrets(text: string): readonly FoundSecret[] {
  const runs = Array.from(text.matchAll(/[A-Za-z0-9_-]+/g), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const found: FoundSecret[] = [];
  for (let index = 0; index < runs.length; index += 1) {
    const offset = offsetOfSecret(text, runs, index);
    if (offset === null) continue;
    const chain = chainOf(text, runs, index, offset);
    found.push(secretOf(text, runs, index, offset, chain));
    index = chain.lastRun;
  }
  return found;
}

/** True for what is long enough to be a secret and not only its beginning in a sentence. */
export function isSubstantial(found: FoundSecret): boolean {
  return found.secret.length >= shortestSecret;
}

function offsetOfSecret(text: string, runs: readonly Run[], index: number): number | null {
  const run = runs[index];
  if (run === undefined) return null;
  const within = run.text.indexOf(family);
  if (within !== -1) return within;
  return family.startsWith(run.text) && startsBroken(text, runs, index) ? 0 : null;
}

/** A narrow terminal breaks even the first seven characters. */
function startsBroken(text: string, runs: readonly Run[], index: number): boolean {
  let joined = '';
  for (let next = index; next < runs.length && joined.length < family.length; next += 1) {
    if (next > index && !isSoft(text, runs, next)) return false;
    joined += runs[next]?.text ?? '';
  }
  return joined.startsWith(family);
}

function chainOf(text: string, runs: readonly Run[], index: number, offset: number): Chain {
  const first = runs[index]?.text.slice(offset) ?? '';
  return completeChain(text, runs, index, first) ?? cautiousChain(text, runs, index, first);
}

/** Joins pieces for as long as it takes to reach exactly a well-formed secret; its length and ending prove the joints. */
function completeChain(text: string, runs: readonly Run[], index: number, first: string): Chain | null {
  let secret = first;
  let lastRun = index;
  while (secret.length < usualLength(secret)) {
    const next = continuation(text, runs, lastRun);
    if (next === null) return null;
    secret += next.text;
    lastRun += 1;
  }
  return isComplete(secret) ? { secret, lastRun } : null;
}

/** Without that proof, joins only what looks like a piece of a secret: a line of its own, no word, no blank line between. */
function cautiousChain(text: string, runs: readonly Run[], index: number, first: string): Chain {
  let secret = first;
  let lastRun = index;
  for (;;) {
    const next = continuation(text, runs, lastRun);
    const needed = secret.length < family.length;
    if (next === null || secret.length > longestSecret || (!needed && !isLikelyPiece(text, runs, lastRun + 1))) return { secret, lastRun };
    secret += next.text;
    lastRun += 1;
  }
}

function continuation(text: string, runs: readonly Run[], lastRun: number): Run | null {
  const next = runs[lastRun + 1];
  if (next === undefined || next.text.includes(family) || !isSoft(text, runs, lastRun + 1)) return null;
  return next;
}

function isLikelyPiece(text: string, runs: readonly Run[], index: number): boolean {
  const run = runs[index];
  if (run === undefined || word.test(run.text)) return false;
  const before = gapBefore(text, runs, index);
  if (!before.includes('\n')) return isAllSoft(text, runs, index);
  const after = index + 1 < runs.length ? gapBefore(text, runs, index + 1) : '\n';
  return !/\n[^\S\n]*\n/.test(before) && (after.includes('\n') || !softGap.test(after));
}

/** Spaces inside a line are taken for wrapping only when nothing but pieces follows. */
function isAllSoft(text: string, runs: readonly Run[], index: number): boolean {
  if (runs.length - index > piecesInLine) return false;
  return runs.slice(index).every((run, step) => !word.test(run.text) && isSoft(text, runs, index + step));
}

function isSoft(text: string, runs: readonly Run[], index: number): boolean {
  const gap = gapBefore(text, runs, index);
  return softGap.test(gap) && (gap.includes('\n') || gap.trim() === '');
}

function gapBefore(text: string, runs: readonly Run[], index: number): string {
  return text.slice(runs[index - 1]?.end ?? 0, runs[index]?.start ?? text.length);
}

function secretOf(text: string, runs: readonly Run[], index: number, offset: number, chain: Chain): FoundSecret {
  const start = (runs[index]?.start ?? 0) + offset;
  const lastEnd = runs[chain.lastRun]?.end ?? text.length;
  const rest = touching(text.slice(lastEnd, lastEnd + 4096), chain.secret);
  const gaps = runs.slice(index + 1, chain.lastRun + 1).map((_run, step) => gapBefore(text, runs, index + 1 + step));
  return { secret: chain.secret + rest, start, end: lastEnd + rest.length, between: gaps.join('') };
}

function touching(after: string, secret: string): string {
  if (terminator.test(after)) return '';
  if (secret.length >= shortestSecret && sentenceEnd.test(after)) return '';
  return /^[^\s"'`;,]*/.exec(after)?.[0] ?? '';
}
