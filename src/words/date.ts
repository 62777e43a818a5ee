import { words } from './spoken.ts';

export const { dateWords, timeWords } = words.date;
