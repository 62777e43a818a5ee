import { words } from './spoken.ts';

export const { originWords, candidateName } = words.candidate;
