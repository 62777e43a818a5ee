import { words } from './spoken.ts';

export const { checkWords, doctorWords, doctorUsageWords, doctorCommandWords } = words.doctor;
