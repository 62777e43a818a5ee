import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as english from '../../src/words/en/words.ts';
import { languages } from '../../src/words/language.ts';

const tables = { nl: () => import('../../src/words/nl/words.ts') };

/** What is written the same in both: names, keys, the words of a config, and what two languages happen to share. */
const same: ReadonlySet<string> = new Set([
  'clawdial', 'OK:', 'config', 'Config', 'setup-token', 'JSON', 'API', 'cloud', 'model', 'Model', 'Agent', 'Agents', 'Type', 'TTL', 'Cache', 'status', 'filter', 'Filter', 'details', 'cache',
  'none', 'short', 'long', 'inherit', '5m', '1h', '–', ' ', '', '_', 'Enter', 'Esc', 'Tab', 'Ctrl+C', 'Ctrl+U', '↑↓', '←→', 'PgUp PgDn', 'interval', 'tokens', 'PgUp PgDn Home End', 'r', 'c', 't', 'a', 'b', 'm', 'u', 'o', 'y', 'q', 's', '/', '?',
  'params.context1m is true', 'params.anthropicBeta', 'socket', 'named pipe', '   claude setup-token', 'claude setup-token',
  'https://code.claude.com/docs/en/legal-and-compliance', 'https://support.claude.com/en/articles/15036540',
  // What takes values, said with a mark for each.
  'OpenClaw §, §', 'Agent: §', '§/§ §', '§: §', '§, §', '“§” §', '§/§', '§ §', '§ (§)', '§. §. §', '§ agents:', 'cache §', '  §', '  §: §', 'OpenClaw §', 'Agent §, OpenClaw §', '§',
]);

interface Leaf {
  readonly path: string;
  readonly value: unknown;
}

function leaves(value: unknown, path: string): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

/** What a sentence says with a mark in the place of each value; null for one that needs more than texts. */
function spoken(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value !== 'function') return null;
  try {
    const said: unknown = value(...Array.from({ length: value.length }, () => '§'));
    return typeof said === 'string' && !said.includes('NaN') ? said : null;
  } catch {
    return null;
  }
}

describe.each(languages.filter((language) => language !== 'en'))('%s', (language) => {
  it('has the sentences of English, each with the same values in it', async () => {
    const shape = (table: object): readonly string[] => leaves(table, '').map(({ path, value }) => `${path}: ${typeof value === 'function' ? `takes ${value.length}` : typeof value}`);
    expect(shape(await tables[language]()).toSorted()).toEqual(shape(english).toSorted());
  });

  it('says nothing in English', async () => {
    const own = new Map(leaves(await tables[language](), '').map(({ path, value }) => [path, spoken(value)]));
    const left = leaves(english, '').filter(({ path, value }) => {
      const said = spoken(value);
      return said !== null && said === own.get(path) && !same.has(said);
    });
    expect(left.map(({ path, value }) => `${path}: ${spoken(value) ?? ''}`)).toEqual([]);
  });

  it('uses every value that English uses', async () => {
    const own = new Map(leaves(await tables[language](), '').map(({ path, value }) => [path, spoken(value)]));
    const marks = (text: string): number => text.split('§').length;
    const lost = leaves(english, '').filter(({ path, value }) => {
      const [said, theirs] = [spoken(value), own.get(path) ?? null];
      return typeof value === 'function' && said !== null && theirs !== null && marks(said) !== marks(theirs);
    });
    expect(lost.map(({ path }) => path)).toEqual([]);
  });
});

describe('Dutch', () => {
  it.each([
    ['cacheduur', /retentie/i],
    ['aanvraag', /\bverzoek/i],
    ['optie', /\bvlag(?:gen)?\b/i],
    ['login', /\baanmelding/i],
    ['bewaren', /\bopslaan\b|\bopgeslagen\b/i],
    ['fallback', /\bterugval(?:model)?\b/i],
    ['link', /\bkoppeling/i],
    ['lock', /\bvergrendeling/i],
    ['de token', /\bhet token\b/i],
    ['inloggegevens', /\b(?:een|het) gegeven\b/i],
    ['map', /\bdirectory\b/i],
    ['je', /(?<!(?:op|met) |Ctrl[+])\b(?:u|uw)\b(?!\/|`)/i],
  ])('has one word for one thing: %s', (_, other) => {
    const folder = fileURLToPath(new URL('../../src/words/nl/', import.meta.url));
    const said = readdirSync(folder).flatMap((file) => readFileSync(`${folder}${file}`, 'utf8').match(/(?:say|safeText\()[`'][^`']*[`']/g) ?? []);
    expect(said.filter((text) => other.test(text))).toEqual([]);
  });
});
