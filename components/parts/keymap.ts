import type { Key } from 'ink';
import type { SafeText } from '../../src/terminal/safe-text.ts';
import type { FooterKey } from './fit-footer.ts';

/** One key as Ink tells it, and how many lines a page has. */
export interface Press {
  readonly input: string;
  readonly key: Key;
  readonly page: number;
}

/** What a key does in some states of an app. The footer, the help and the keys themselves come from these alone. */
export interface Binding<State, Event> {
  readonly keys: SafeText;
  /** In a word for the footer, in a sentence for the help. */
  readonly label: { readonly short: SafeText; readonly long: SafeText };
  /** Whether the key means this now. */
  readonly when: (state: State) => boolean;
  /** The event of a press that is this key; null for any other, and where a menu, a field or a list takes the key by itself. */
  readonly event: (press: Press, state: State) => Event | null;
  /** Left out of the footer, where room is short; the help names it. */
  readonly helpOnly?: boolean;
}

/** What a press means now; null when the key has no meaning here. */
export function eventFrom<State, Event>(bindings: readonly Binding<State, Event>[], state: State, press: Press): Event | null {
  for (const { when, event } of bindings) {
    const found = when(state) ? event(press, state) : null;
    if (found !== null) return found;
  }
  return null;
}

/** The keys that work now, most important first. */
export function footerFrom<State, Event>(bindings: readonly Binding<State, Event>[], state: State): readonly FooterKey[] {
  return bindings.filter(({ when, helpOnly }) => helpOnly !== true && when(state)).map(({ keys, label }) => ({ keys, label: label.short }));
}

/** A key and what it does, in a sentence. */
export interface KeyMeaning {
  readonly keys: SafeText;
  readonly meaning: SafeText;
}

/** Every key that works now. */
export function helpFrom<State, Event>(bindings: readonly Binding<State, Event>[], state: State): readonly KeyMeaning[] {
  return bindings.filter(({ when }) => when(state)).map(({ keys, label }) => ({ keys, meaning: label.long }));
}

export function character<Event>(wanted: string, event: Event): (press: Press) => Event | null {
  return ({ input, key }) => (input === wanted && !key.meta && !key.ctrl ? event : null);
}

export function control<Event>(wanted: string, event: Event): (press: Press) => Event | null {
  return ({ input, key }) => (input === wanted && key.ctrl ? event : null);
}

/** Enter, Escape, Tab or an arrow. */
export function named<Event>(name: 'return' | 'escape' | 'tab' | 'upArrow' | 'downArrow' | 'leftArrow' | 'rightArrow', event: Event): (press: Press) => Event | null {
  return ({ key }) => (key[name] ? event : null);
}

/** What is pressed belongs to the menu, the field or the list on the screen. */
export function taken(): null {
  return null;
}
