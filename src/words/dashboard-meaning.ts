import { words } from './spoken.ts';

export const { entryMeaning, agentMeaning } = words.dashboardMeaning;
