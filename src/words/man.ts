import { words } from './spoken.ts';

export const { manFileWords } = words.man;
