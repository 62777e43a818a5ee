import { words } from './spoken.ts';

export const { preferencesWords, configWords } = words.preferences;
