import { redact } from '../../terminal/redact.ts';
import type { Secret } from '../../terminal/secret.ts';

/** What says who somebody is, and what must never leave. */
export interface Identity {
  /** Directories that are shown as `~`, the effective home and that of the user. */
  readonly homes: readonly string[];
  /** Names of the user, as they may stand in other paths. */
  readonly userNames: readonly string[];
  readonly secrets: readonly Secret[];
}

/** All that may stand before the sign (RFC 5322, atext; letters of any script), so rather too much than too little. */
const address = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}.-]+\.[\p{L}\p{N}-]{2,}/gu;

/** Too common, or too short, to be anybody. */
const nobody: ReadonlySet<string> = new Set(['root', 'user', 'home', 'openclaw', 'clawdial', 'node', 'ubuntu', 'admin']);

/**
 * Takes out of a text what is secret or personal: credentials (by value and by look), e-mail addresses (the same one is
 * always the same number), the home, and the user's name where it is a part of a path.
 */
export function anonymiser({ homes, userNames, secrets }: Identity): (text: string) => string {
  const known = new Map<string, number>();
  const numberOf = (mail: string): number => {
    const number = known.get(mail.toLowerCase()) ?? known.size + 1;
    known.set(mail.toLowerCase(), number);
    return number;
  };
  const places = homes.filter((home) => home !== '' && home !== '/').toSorted((a, b) => b.length - a.length);
  const names = userNames.filter((name) => name.length >= 2 && !nobody.has(name.toLowerCase()));
  const component = names.length === 0 ? null : new RegExp(`(?<=[/\\\\])(?:${names.map(escaped).join('|')})(?=$|[/\\\\\\s"'])`, 'giu');
  return (text) => {
    const clean = places.reduce((rest, home) => rest.replaceAll(home, '~'), redact(text, secrets));
    const without = clean.replaceAll(address, (mail) => `<e-mail ${numberOf(mail)}>`);
    return component === null ? without : without.replaceAll(component, '<user>');
  };
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}
