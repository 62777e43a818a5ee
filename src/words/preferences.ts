import { words } from './spoken.ts';

export const { preferencesWords } = words.preferences;
