import { words } from './spoken.ts';

export const { programProblemWords, runItYourselfWords, pasteHint, readOnlyWords, commandWords, lossWords } = words.openclawProgram;
