import { safeText, type SafeText } from '../../terminal/safe-text.ts';

/** A day as people write it, in the zone of this machine: `22 November 2027`. @param time epoch ms */
export function dateWords(time: number): SafeText {
  return safeText(new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(time));
}

/** A moment as people write it, in the zone of this machine: `22 Nov 2026, 23:05`. @param time epoch ms */
export function timeWords(time: number): SafeText {
  return safeText(new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(time));
}
