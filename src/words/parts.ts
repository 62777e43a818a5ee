import { words } from './spoken.ts';

export const { productName, enlargeWords, stepWords, charactersWords, windowWords, moreItemsWords, helpWords } = words.parts;
