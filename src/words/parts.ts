import { words } from './spoken.ts';

export const { productName, enlargeWords, stepWords, charactersWords, windowWords, moreItemsWords } = words.parts;
