import { words } from './spoken.ts';

export const { undoTitle, undoneWords, restoredWords, mergedWords, removedWords, undoRefusalWords } = words.undo;
