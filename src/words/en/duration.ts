import { say, type SafeText } from '../../terminal/safe-text.ts';

const minuteMs = 60_000;

/** How long something lasts, in one or two units: `less than a minute`, `4 min`, `3 h 20 min`, `20 d`. */
export function durationWords(durationMs: number): SafeText {
  const minutes = Math.round(Math.max(0, durationMs) / minuteMs);
  if (minutes < 1) return say`less than a minute`;
  if (minutes < 60) return say`${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return say`${Math.round(hours / 24)} d`;
  return minutes % 60 === 0 ? say`${hours} h` : say`${hours} h ${minutes % 60} min`;
}
