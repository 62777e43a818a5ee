import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { lazily } from './lazily.ts';

/** One form for each plural that a language of ours has. */
export interface PluralForms {
  readonly one: SafeText;
  readonly other: SafeText;
}

export interface Amounts {
  /** `20,000`. */
  readonly numberWords: (value: number) => SafeText;
  /** `34%`. @param share 1 is all of it */
  readonly percentOf: (share: number) => SafeText;
  /** `$4.80`; small sums with more digits. @param amount in USD */
  readonly dollarsWords: (amount: number) => SafeText;
  /** `1,234 ms`. */
  readonly millisecondsWords: (value: number) => SafeText;
  /** `3 sec`, `1.5 sec`. */
  readonly secondsWords: (value: number) => SafeText;
  /** The form that goes with a count. */
  readonly plural: (count: number, forms: PluralForms) => SafeText;
}

/** @param locale in the form that `Intl` takes, such as `nl` */
export function amountsIn(locale: string): Amounts {
  const words = (options: Intl.NumberFormatOptions): ((value: number) => SafeText) => {
    const format = lazily(() => new Intl.NumberFormat(locale, options));
    return (value) => breakable(format().format(value));
  };
  const dollars = (digits: number): Intl.NumberFormatOptions => ({ style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol', minimumFractionDigits: digits, maximumFractionDigits: digits });
  const [sum, smallSum] = [words(dollars(2)), words(dollars(4))];
  const number = words({});
  const rules = lazily(() => new Intl.PluralRules(locale));
  return {
    numberWords: (value) => (isPlain(value) ? say`${value}` : number(value)),
    percentOf: words({ style: 'percent' }),
    dollarsWords: (amount) => (amount < 0.1 ? smallSum(amount) : sum(amount)),
    millisecondsWords: words({ style: 'unit', unit: 'millisecond', unitDisplay: 'short' }),
    secondsWords: words({ style: 'unit', unit: 'second', unitDisplay: 'short', maximumFractionDigits: 1 }),
    plural: (count, forms) => forms[rules().select(count) === 'one' ? 'one' : 'other'],
  };
}

/** Written alike everywhere, and without `Intl`, the first object of which takes a third of the time that Node takes to start. */
function isPlain(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 1000;
}

/** `Intl` joins with blanks that do not break and that are not in ASCII; in a terminal a plain one does as well. */
function breakable(text: string): SafeText {
  return safeText(text.replace(/[\u00A0\u202F]/g, ' '));
}
