import { words } from './spoken.ts';

export const { actionWords } = words.actions;
