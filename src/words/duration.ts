import { words } from './spoken.ts';

export const { durationWords } = words.duration;
