import { words } from './spoken.ts';

export const { markWords, linearWords } = words.linear;
