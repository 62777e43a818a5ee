import { words } from './spoken.ts';

export type { IntervalOrigin } from './en/cache-advice.ts';
export const { adviceWords, costsWords, placeRemarks, sourcesWords, usageWords } = words.cacheAdvice;
