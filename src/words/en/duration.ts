import { say } from '../../terminal/safe-text.ts';
import { durationsIn } from '../locale/durations.ts';

export const { durationWords, waitWords, agoWords, countdownWords } = durationsIn('en', {
  lessThanMinute: say`less than a minute`,
  now: say`now`,
  short: { second: say`sec`, minute: say`min`, hour: say`hr`, day: (count) => (count === 1 ? say`day` : say`days`) },
  narrow: { minute: say`m`, hour: say`h`, day: say`d` },
});
