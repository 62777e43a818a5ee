import { words } from './spoken.ts';

export const { modelsAuthWords } = words.modelsAuth;
