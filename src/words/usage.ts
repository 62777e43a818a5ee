import { words } from './spoken.ts';

export const { suggestionWords, usageWords, helpTitles, helpPlaces } = words.usage;
