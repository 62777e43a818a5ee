import { say } from '../../terminal/safe-text.ts';
import { durationsIn } from '../locale/durations.ts';

export const { durationWords, waitWords, agoWords, countdownWords } = durationsIn('nl', {
  lessThanMinute: say`minder dan een minuut`,
  now: say`nu`,
  short: { second: say`sec`, minute: say`min`, hour: say`uur`, day: (count) => (count === 1 ? say`dag` : say`dagen`) },
  narrow: { minute: say` m`, hour: say` u`, day: say` d` },
});
