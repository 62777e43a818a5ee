import { words } from './spoken.ts';

export const { profileTitle, profileEffectWords, profileWarningWords, profileRefusalWords } = words.profiles;
