import { words } from './spoken.ts';

export const { dateWords, timeWords, clockWords } = words.date;
