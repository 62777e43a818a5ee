import { words } from './spoken.ts';

export type { DiagnosisWords } from './en/credential.ts';
export const { removalWords, warningWords, diagnosisWords } = words.credential;
