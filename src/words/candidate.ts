import { words } from './spoken.ts';

export const { originWords, candidateName, referenceWords } = words.candidate;
