import { words } from './spoken.ts';

export const { entryMeaning, menuMeaning, plainEntryMeaning, agentMeaning, plainAgentMeaning } = words.dashboardMeaning;
