import { amountsIn } from '../locale/amounts.ts';

export const { numberWords, percentOf, dollarsWords, millisecondsWords, secondsWords, plural } = amountsIn('nl');
