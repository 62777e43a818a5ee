import { words } from './spoken.ts';

export const { onboardWords, handOverWords } = words.onboard;
