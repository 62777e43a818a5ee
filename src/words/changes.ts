import { words } from './spoken.ts';

export type { Explanation } from './en/changes.ts';
export const { saveTitle, planWarningWords, refusalWords, lockHolderWords, applyResultWords, overwrittenWords } = words.changes;
