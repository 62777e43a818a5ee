/** A time or count that counts for OpenClaw, finite and above zero; else null. */
export function positive(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null;
}
