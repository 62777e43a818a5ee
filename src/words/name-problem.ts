import { words } from './spoken.ts';

export type { NameProblem } from './en/name-problem.ts';
export const { nameProblemWords } = words.nameProblem;
