import { words } from './spoken.ts';

export const { commandWords } = words.commands;
