import { words } from './spoken.ts';

export const { oldNodeWords } = words.start;
