import { words } from './spoken.ts';

export const { entryMeaning, menuMeaning, agentMeaning } = words.dashboardMeaning;
