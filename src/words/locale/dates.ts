import { safeText, type SafeText } from '../../terminal/safe-text.ts';
import { lazily } from './lazily.ts';

export interface Dates {
  /** A day as people write it, in the zone of this machine: `22 November 2027`. @param time epoch ms */
  readonly dateWords: (time: number) => SafeText;
  /** A moment as people write it, in the zone of this machine: `22 Nov 2026, 23:05`. @param time epoch ms */
  readonly timeWords: (time: number) => SafeText;
  /** The time of day, with seconds: `23:05:09`. @param time epoch ms */
  readonly clockWords: (time: number) => SafeText;
}

/** @param locale in the form that `Intl` takes, such as `nl-NL` */
export function datesIn(locale: string): Dates {
  const words = (options: Intl.DateTimeFormatOptions): ((time: number) => SafeText) => {
    const format = lazily(() => new Intl.DateTimeFormat(locale, options));
    return (time) => safeText(format().format(time));
  };
  return {
    dateWords: words({ dateStyle: 'long' }),
    timeWords: words({ dateStyle: 'medium', timeStyle: 'short' }),
    clockWords: words({ timeStyle: 'medium' }),
  };
}
