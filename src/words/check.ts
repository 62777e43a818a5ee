import { words } from './spoken.ts';

export type { FindingWords } from './en/check.ts';
export const { findingWords, modelsNote, truncatedNote, otherKindNote } = words.check;
