import type { Variables } from './capabilities.ts';

export interface AccessibleWish {
  /** `--accessible`. */
  readonly asked: boolean | undefined;
  readonly variables: Variables;
  /** The person's own preference. */
  readonly preferred: boolean | undefined;
}

/**
 * Whether the person wants lines instead of screens: the command line, then `ACCESSIBLE`, as other programs know it (0 and
 * false mean off), then `INK_SCREEN_READER`, then the preference. Screen readers cannot be told from the outside.
 */
export function isAccessible({ asked, variables, preferred }: AccessibleWish): boolean {
  return asked ?? switchOf(variables['ACCESSIBLE']) ?? switchOf(variables['INK_SCREEN_READER']) ?? preferred ?? false;
}

function switchOf(value: string | undefined): boolean | undefined {
  return value === undefined || value === '' ? undefined : !/^(?:0|false)$/i.test(value);
}
