import { words } from './spoken.ts';

export const { bugWords, bugWithoutMessage } = words.terminal;
