import { words } from './spoken.ts';

export const { mendTitle, mendWords } = words.mend;
