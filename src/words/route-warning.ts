import { words } from './spoken.ts';

export const { routeWarningWords } = words.routeWarning;
