import type { InstallationFlags } from '../../openclaw/installation.ts';
import { isLanguage } from '../../words/language.ts';

export interface PlainStatus {
  readonly name: 'models status';
  readonly agent: string | undefined;
  readonly check: boolean;
  readonly installation: InstallationFlags;
}

export interface PlainExplain {
  readonly name: 'explain';
  readonly agent: string | undefined;
  readonly installation: InstallationFlags;
}

/** A command for scripts, in its simplest form. */
export type PlainCommand = PlainStatus | PlainExplain;

/** The words that choose the installation, and the names of what they give. */
const installationFlags = { '--profile': 'profile', '--state-dir': 'stateDir', '--config': 'config', '--openclaw-version': 'openclawVersion' } as const;

type Given = ReadonlyMap<string, string>;

/**
 * Recognises `models status --json` and `explain [AGENT] --json` with the flags that a script gives them, or gives null.
 * Whatever is in any way unusual, such as a flag that stands twice or a value after `=`, is left to the program's own
 * parser, and so is every refusal: this one never has to be right about more than these few words.
 */
export function plainCommand(argv: readonly string[]): PlainCommand | null {
  const isStatus = argv[0] === 'models' && argv[1] === 'status';
  if (!isStatus && argv[0] !== 'explain') return null;
  const words = argv.slice(isStatus ? 2 : 1);
  const given = flagsIn(words, isStatus);
  if (given === null || !given.has('--json') || !isKnownLanguage(given)) return null;
  const installation = installationOf(given);
  const agent = given.get(isStatus ? '--agent' : positional);
  return isStatus ? { name: 'models status', agent, check: given.has('--check'), installation } : { name: 'explain', agent, installation };
}

/** Where the word that is no flag is kept. */
const positional = '';

function flagsIn(words: readonly string[], isStatus: boolean): Given | null {
  const plain = new Set(['--json', '--dev', ...(isStatus ? ['--check'] : [])]);
  const valued = new Set([...Object.keys(installationFlags), '--lang', ...(isStatus ? ['--agent'] : [])]);
  const given = new Map<string, string>();
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const isPositional = !isStatus && !word.startsWith('-');
    const name = isPositional ? positional : word;
    const value = valued.has(word) ? words[(index += 1)] : word;
    if (!(isPositional || plain.has(word) || valued.has(word)) || given.has(name)) return null;
    if (value === undefined || (valued.has(word) && value.startsWith('-'))) return null;
    given.set(name, value);
  }
  return given;
}

function isKnownLanguage(given: Given): boolean {
  const language = given.get('--lang');
  return language === undefined || isLanguage(language);
}

function installationOf(given: Given): InstallationFlags {
  const named = Object.entries(installationFlags).flatMap(([word, name]) => {
    const value = given.get(word);
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(named), ...(given.has('--dev') ? { dev: true } : {}) };
}
