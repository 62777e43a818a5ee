import { words } from './spoken.ts';

export const { waitingWords } = words.saving;
