import { words } from './spoken.ts';

export { dashboardKeyNames } from './neutral/key-names.ts';
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
  dashboardKeyLabels,
  overlayWords,
  detailWords,
  dashboardCommandWords,
} = words.dashboard;
