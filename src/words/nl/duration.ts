import { say } from '../../terminal/safe-text.ts';
import { durationsIn } from '../locale/durations.ts';

export const { durationWords, waitWords, agoWords, countdownWords } = durationsIn('nl', { lessThanMinute: say`minder dan een minuut`, now: say`nu` });
