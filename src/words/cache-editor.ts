import { words } from './spoken.ts';

export const {
  retentionTitle,
  migrateTitle,
  choiceWords,
  standingWords,
  originWords,
  effectWords,
  placeOfStanding,
  cacheCommandWords,
  tableWords,
  wireWords,
  cacheWarningWords,
  cacheRefusalWords,
} = words.cacheEditor;
