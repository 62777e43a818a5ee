import { words } from './spoken.ts';

export const { undoTitle, undoneWords, restoredWords, removedWords, undoRefusalWords } = words.undo;
