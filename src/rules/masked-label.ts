import { masked } from '../anthropic/credential.ts';
import type { Secret } from '../terminal/secret.ts';

/** OpenClaw shows a shorter value whole; we never do. */
const longestShort = 16;

/**
 * A secret as the labels of `models status` show it: the first 8 and the last 8 characters, `missing` for none
 * (2026.2.24, section 4.2). A short one, which OpenClaw would show whole, keeps its prefix only.
 */
export function maskedLabel(secret: Secret | null): string {
  const value = secret?.reveal().trim() ?? '';
  if (secret === null || value === '') return 'missing';
  return value.length <= longestShort ? masked(secret) : `${value.slice(0, 8)}...${value.slice(-8)}`;
}

/** How long a label says that something waits: rounded minutes, at least one, then hours, from two days on days (section 4.5). */
export function shortRemaining(remainingMs: number): string {
  if (remainingMs <= 0) return '0m';
  const minutes = Math.max(1, Math.round(remainingMs / 60_000));
  if (minutes < 60) return `${minutes}m`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours}h` : `${Math.round(hours / 24)}d`;
}
