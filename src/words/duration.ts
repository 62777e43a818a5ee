import { words } from './spoken.ts';

export const { durationWords, waitWords, agoWords, countdownWords } = words.duration;
