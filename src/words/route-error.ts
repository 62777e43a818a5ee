import { words } from './spoken.ts';

export const { routeErrorWords } = words.routeError;
