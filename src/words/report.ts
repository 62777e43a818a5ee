import { words } from './spoken.ts';

export const { reportWords, reportCommandWords } = words.report;
