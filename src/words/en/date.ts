import { datesIn } from '../locale/dates.ts';

export const { dateWords, timeWords, clockWords } = datesIn('en-GB');
