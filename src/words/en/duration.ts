import { say } from '../../terminal/safe-text.ts';
import { durationsIn } from '../locale/durations.ts';

export const { durationWords, waitWords, agoWords, countdownWords } = durationsIn('en', { lessThanMinute: say`less than a minute`, now: say`now` });
