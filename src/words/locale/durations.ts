import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { amountsIn } from './amounts.ts';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const dayMs = 24 * 60 * minuteMs;

export interface Durations {
  /** How long something lasts, in one or two units: `less than a minute`, `4 min`, `3 hr 20 min`, `20 days`. */
  readonly durationWords: (durationMs: number) => SafeText;
  /** The same, but in seconds below a minute: `30 sec`. */
  readonly waitWords: (durationMs: number) => SafeText;
  /** The least that tells how long ago something was: `now`, `4m`, `3h`, `20d`. */
  readonly agoWords: (elapsedMs: number) => SafeText;
  /** A time that runs out, as a clock shows it: `0:42`, `12:05`, `4:59:10`, `20d`. The last second shows `0:01`. */
  readonly countdownWords: (remainingMs: number) => SafeText;
}

type Unit = 'second' | 'minute' | 'hour' | 'day';

/**
 * The words of a language. `Intl` has most of them, but they stand in the first frame of the dashboard, and the first object
 * of `Intl` takes a third of the time that Node takes to start.
 */
export interface DurationForms {
  readonly lessThanMinute: SafeText;
  readonly now: SafeText;
  /** What follows the number. */
  readonly short: Readonly<Record<Unit, SafeText | ((count: number) => SafeText)>>;
  readonly narrow: Readonly<Record<Exclude<Unit, 'second'>, SafeText>>;
}

/** @param locale in the form that `Intl` takes, such as `nl` */
export function durationsIn(locale: string, forms: DurationForms): Durations {
  const { numberWords } = amountsIn(locale);
  const narrow = (count: number, unit: Exclude<Unit, 'second'>): SafeText => say`${numberWords(count)}${forms.narrow[unit]}`;
  const short = (count: number, unit: Unit): SafeText => {
    const form = forms.short[unit];
    return say`${numberWords(count)} ${typeof form === 'function' ? form(count) : form}`;
  };

  const durationWords = (durationMs: number): SafeText => {
    const minutes = Math.round(Math.max(0, durationMs) / minuteMs);
    if (minutes < 1) return forms.lessThanMinute;
    if (minutes < 60) return short(minutes, 'minute');
    const hours = Math.floor(minutes / 60);
    if (hours >= 48) return short(Math.round(hours / 24), 'day');
    return minutes % 60 === 0 ? short(hours, 'hour') : say`${short(hours, 'hour')} ${short(minutes % 60, 'minute')}`;
  };

  return {
    durationWords,
    waitWords(durationMs) {
      const seconds = Math.round(Math.max(0, durationMs) / secondMs);
      return seconds < 60 ? short(seconds, 'second') : durationWords(durationMs);
    },
    agoWords(elapsedMs) {
      const minutes = Math.floor(elapsedMs / minuteMs);
      if (minutes < 1) return forms.now;
      if (minutes < 60) return narrow(minutes, 'minute');
      const hours = Math.floor(minutes / 60);
      return hours < 48 ? narrow(hours, 'hour') : narrow(Math.floor(hours / 24), 'day');
    },
    countdownWords(remainingMs) {
      const seconds = Math.max(0, Math.ceil(remainingMs / secondMs));
      if (seconds >= (2 * dayMs) / secondMs) return narrow(Math.floor(seconds / (dayMs / secondMs)), 'day');
      const two = (value: number): SafeText => safeText(String(value).padStart(2, '0'));
      const minutes = Math.floor(seconds / 60);
      if (minutes < 60) return say`${minutes}:${two(seconds % 60)}`;
      return say`${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
    },
  };
}
