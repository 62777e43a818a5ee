import { words } from './spoken.ts';

export const { numberWords, percentOf, dollarsWords, millisecondsWords, secondsWords, plural } = words.amounts;
