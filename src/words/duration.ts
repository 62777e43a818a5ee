import { words } from './spoken.ts';

export const { durationWords, agoWords, countdownWords } = words.duration;
