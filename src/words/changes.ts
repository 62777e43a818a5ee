import { words } from './spoken.ts';

export const { saveTitle, planWarningWords, refusalWords, lockHolderWords, applyResultWords, overwrittenWords } = words.changes;
