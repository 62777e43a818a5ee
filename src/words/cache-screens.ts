import { words } from './spoken.ts';

export const { editorWords } = words.cacheScreens;
