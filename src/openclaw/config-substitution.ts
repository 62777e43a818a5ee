import { isJsonObject } from './json-object.ts';

export type Substitution =
  | { readonly ok: true; readonly value: unknown }
  /** `at` is the path in the config, e.g. `agents.list[0].name`. */
  | { readonly ok: false; readonly name: string; readonly at: string };

const reference = /\$(\$?)\{([A-Z_][A-Z0-9_]*)\}/g;

/** Ends a walk through nested values; never leaves this file. */
class MissingVariable extends Error {
  readonly variable: string;
  readonly at: string;

  constructor(name: string, at: string) {
    super(name);
    this.variable = name;
    this.at = at;
  }
}

/**
 * Replaces `${NAME}` in every string by the variable's value; `$${NAME}` stands for the text `${NAME}`. Only upper-case
 * names count; a missing or empty one makes the config invalid (2026.2.24, section 1.8). What holds none is given back
 * as it is, and not copied.
 *
 * @param lookUp gives a variable's value, or null when it is unset or blank.
 */
export function substituteVariables(root: unknown, lookUp: (name: string) => string | null): Substitution {
  try {
    return { ok: true, value: substitute(root, '', lookUp) };
  } catch (error) {
    if (error instanceof MissingVariable) return { ok: false, name: error.variable, at: error.at };
    throw error;
  }
}

function substitute(value: unknown, at: string, lookUp: (name: string) => string | null): unknown {
  if (typeof value === 'string') return value.includes('${') ? inText(value, at, lookUp) : value;
  if (Array.isArray(value)) return substituteItems(value, at, lookUp);
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).map(([key, member]) => [key, substitute(member, at === '' ? key : `${at}.${key}`, lookUp)] as const);
  return members.every(([key, member]) => member === value[key]) ? value : Object.fromEntries(members);
}

function substituteItems(list: readonly unknown[], at: string, lookUp: (name: string) => string | null): unknown {
  const items = list.map((item, index) => substitute(item, `${at}[${index}]`, lookUp));
  return items.every((item, index) => item === list[index]) ? list : items;
}

function inText(text: string, at: string, lookUp: (name: string) => string | null): string {
  return text.replaceAll(reference, (written: string, escape: string, name: string) => {
    if (escape !== '') return written.slice(1);
    const value = lookUp(name);
    if (value === null) throw new MissingVariable(name, at);
    return value;
  });
}
