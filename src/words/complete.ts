import { words } from './spoken.ts';

export const { completeWords } = words.complete;
