import { words } from './spoken.ts';

export type { ProblemWords } from './en/reading.ts';
export const { readProblemWords, installationProblemWords, layoutReasonWords, versionOriginWords, standingWords } = words.reading;
