import { words } from './spoken.ts';

export const { undoTitle, undoneWords, restoredWords, undoRefusalWords } = words.undo;
