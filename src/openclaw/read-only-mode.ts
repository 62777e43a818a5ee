import type { HostEnvironment, ReadOnlyVariable } from './installation.ts';

/** The variable that forbids writing, or null. Values that mean no are `0`, `false`, `no` and `off`. */
export function readOnlyMode({ variables }: HostEnvironment): ReadOnlyVariable | null {
  const names: readonly ReadOnlyVariable[] = ['OPENCLAW_CONFIG_READONLY', 'OPENCLAW_NIX_MODE'];
  return names.find((name) => isOn(variables[name])) ?? null;
}

function isOn(value: string | undefined): boolean {
  const text = value?.trim().toLowerCase() ?? '';
  return !['', '0', 'false', 'no', 'off'].includes(text);
}
