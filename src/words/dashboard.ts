import { words } from './spoken.ts';

export const {
  entryName,
  shortName,
  stateWords,
  reasonWords,
  reasonMeaning,
  columnWords,
  cellWords,
  payerWords,
  verdictWords,
  agentStateWords,
  retentionWords,
  ttlWords,
  headerWords,
  sortWords,
  dashboardKeyNames,
  dashboardKeyLabels,
  overlayWords,
  detailWords,
  dashboardCommandWords,
} = words.dashboard;
